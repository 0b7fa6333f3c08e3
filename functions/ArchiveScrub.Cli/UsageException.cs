namespace ArchiveScrub.Cli;

/// <summary>The command cannot do what it was told; the message is one line for its user.</summary>
internal sealed class UsageException(string message) : Exception(message);
