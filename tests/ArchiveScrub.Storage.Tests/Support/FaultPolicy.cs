using Azure.Core;
using Azure.Core.Pipeline;

namespace ArchiveScrub.Storage.Tests;

/// <summary>
/// Counts the requests of a worker and kills it at the n-th, before it is sent or after it is answered: that request and
/// all later ones fail, as if the process were gone. It stands before the SDK's retries.
/// </summary>
internal sealed class FaultPolicy(int at, bool afterwards) : HttpPipelinePolicy
{
    private int _requests;

    public bool Struck { get; private set; }

    public int Requests => _requests;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var number = Begin();
        ProcessNext(message, pipeline);
        End(number, message);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var number = Begin();
        await ProcessNextAsync(message, pipeline);
        End(number, message);
    }

    private int Begin()
    {
        var number = Interlocked.Increment(ref _requests);
        if (number > at || (number == at && !afterwards))
        {
            Strike();
        }

        return number;
    }

    private void End(int number, HttpMessage message)
    {
        if (number >= at)
        {
            // A process that is gone holds no connection; one that nobody closes would be missing from the few that there are.
            message.Response.Dispose();
            Strike();
        }
    }

    private void Strike()
    {
        Struck = true;
        throw new IOException("killed");
    }
}
