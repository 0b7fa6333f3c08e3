namespace ArchiveScrub.Storage;

/// <summary>
/// The names that code and infrastructure share. <c>infra</c> makes what is named here and sets the settings; a test
/// compares the two.
/// </summary>
public static class ServiceNames
{
    /// <summary>The setting with the storage account of captures and results: a connection string, or a section with <c>blobServiceUri</c>, <c>queueServiceUri</c>, <c>credential</c> and <c>clientId</c>.</summary>
    public const string Connection = "CaptureStorage";

    /// <summary>In that section: the address of the account's blobs.</summary>
    public const string BlobAddress = "blobServiceUri";

    /// <summary>In that section: the address of the account's queues.</summary>
    public const string QueueAddress = "queueServiceUri";

    /// <summary>In that section: the client id of the identity.</summary>
    public const string ClientId = "clientId";

    /// <summary>The container that captures are dropped into.</summary>
    public const string Captures = "captures";

    /// <summary>The container of results.</summary>
    public const string Clean = "clean";

    /// <summary>The container of quarantine records.</summary>
    public const string Quarantine = "quarantine";

    /// <summary>The container of parts of large captures; its lifecycle rule drops them.</summary>
    public const string Parts = "parts";

    /// <summary>The container of site profiles.</summary>
    public const string Profiles = "profiles";

    /// <summary>The queue of slices.</summary>
    public const string SliceQueue = "capture-slices";

    /// <summary>The queue of orders to scrub again.</summary>
    public const string RescrubQueue = "capture-rescrub";

    /// <summary>Where the platform puts blob triggers that failed as often as it tries.</summary>
    public const string BlobPoisonQueue = "webjobs-blobtrigger-poison";

    /// <summary>Where the platform puts slices that failed as often as it tries.</summary>
    public const string SlicePoisonQueue = SliceQueue + "-poison";

    /// <summary>Where the platform puts orders to scrub again that failed as often as it tries.</summary>
    public const string RescrubPoisonQueue = RescrubQueue + "-poison";

    /// <summary>The setting that turns the second opinion on: <c>true</c> or <c>false</c>, the default.</summary>
    public const string SecondOpinionSetting = "ArchiveScrub__SecondOpinion";

    /// <summary>The setting with the size in bytes from which a capture is cut, and of the slices.</summary>
    public const string SliceBytesSetting = "ArchiveScrub__SliceBytes";

    /// <summary>The setting that turns blob index tags off, for accounts with a hierarchical namespace: <c>true</c>, the default, or <c>false</c>.</summary>
    public const string TagsSetting = "ArchiveScrub__Tags";

    /// <summary>The setting that names the blob in <see cref="Profiles"/> with the site profiles that captures are scrubbed with; empty for none.</summary>
    public const string ProfilesSetting = "ArchiveScrub__Profiles";

    /// <summary>Every container.</summary>
    public static IReadOnlyList<string> Containers { get; } = [Captures, Clean, Quarantine, Parts, Profiles];

    /// <summary>Every queue that somebody has to make; the platform makes those of poisoned messages itself, but late.</summary>
    public static IReadOnlyList<string> Queues { get; } = [SliceQueue, RescrubQueue, BlobPoisonQueue, SlicePoisonQueue, RescrubPoisonQueue];

    /// <summary>The settings of our own.</summary>
    public static IReadOnlyList<string> Settings { get; } = [ProfilesSetting, SecondOpinionSetting, SliceBytesSetting, TagsSetting];
}
