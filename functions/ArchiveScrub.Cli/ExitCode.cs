namespace ArchiveScrub.Cli;

/// <summary>What the command says to the shell.</summary>
internal static class ExitCode
{
    /// <summary>All is done, or there was nothing to do.</summary>
    public const int Ok = 0;

    /// <summary>Some captures are in quarantine or could not be read or written.</summary>
    public const int Incomplete = 1;

    /// <summary>The command cannot do what it was told; nothing was written.</summary>
    public const int Usage = 2;

    /// <summary>Ctrl-C, or SIGTERM: 128 and the number of SIGINT, as shells have it.</summary>
    public const int Interrupted = 130;

    /// <summary>Nothing is wrong, but some of it could not be checked.</summary>
    public const int Unchecked = 3;
}
