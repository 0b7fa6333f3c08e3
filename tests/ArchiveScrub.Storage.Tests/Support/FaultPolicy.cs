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
        End(number);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var number = Begin();
        await ProcessNextAsync(message, pipeline);
        End(number);
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

    private void End(int number)
    {
        if (number >= at)
        {
            Strike();
        }
    }

    private void Strike()
    {
        Struck = true;
        throw new IOException("killed");
    }
}
