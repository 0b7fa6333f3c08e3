using ArchiveScrub.Storage;
using Azure.Identity;

namespace ArchiveScrub.Cli;

/// <summary>The containers that a command line names.</summary>
internal static class Containers
{
    /// <summary>Finds a container.</summary>
    /// <exception cref="UsageException">It is no address, or the environment lacks what it needs.</exception>
    public static ContainerAddress Parse(string address)
    {
        try
        {
            return ContainerAddress.Parse(address, Environment.GetEnvironmentVariable, static () => new DefaultAzureCredential());
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message);
        }
    }

    /// <summary>Refuses a container that captures come from and results go to: the results would be captures.</summary>
    /// <exception cref="UsageException">There is one.</exception>
    public static void RefuseSame(IEnumerable<string> inputs, IEnumerable<string> outputs)
    {
        var written = outputs.Where(ContainerAddress.IsAddress).Select(static output => Parse(output).Container.Uri.GetLeftPart(UriPartial.Path)).ToHashSet(StringComparer.Ordinal);
        foreach (var input in inputs.Where(ContainerAddress.IsAddress))
        {
            if (written.Contains(Parse(input).Container.Uri.GetLeftPart(UriPartial.Path)))
            {
                throw new UsageException($"{Parse(input).Text} is both input and output: give the results a container of their own");
            }
        }
    }
}
