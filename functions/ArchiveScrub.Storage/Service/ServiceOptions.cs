namespace ArchiveScrub.Storage;

/// <summary>What the settings say.</summary>
public sealed record ServiceOptions
{
    /// <summary>The default of <see cref="SliceBytes"/>: 64 MiB, a minute or so of work.</summary>
    public const long DefaultSliceBytes = 64L << 20;

    /// <summary>The blob with the site profiles, in the container <see cref="ServiceNames.Profiles"/>; null or empty for none.</summary>
    public string? Profiles { get; init; }

    /// <summary>Another tool that pages are shown to.</summary>
    public ISecondOpinion? SecondOpinion { get; init; }

    /// <summary>Captures of more bytes than this are cut into slices of about as many.</summary>
    public long SliceBytes { get; init; } = DefaultSliceBytes;

    /// <summary>Whether results get blob index tags.</summary>
    public bool WithTags { get; init; } = true;

    /// <summary>The machine's name, for the record.</summary>
    public string? Host { get; init; }
}
