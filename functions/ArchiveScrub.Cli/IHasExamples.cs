namespace ArchiveScrub.Cli;

/// <summary>A command whose help ends with examples.</summary>
internal interface IHasExamples
{
    /// <summary>Text that follows the list of options.</summary>
    string Examples { get; }
}
