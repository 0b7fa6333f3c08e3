namespace ArchiveScrub.Storage;

/// <summary>What came of checking a page's results.</summary>
/// <param name="Name">Name of the results.</param>
/// <param name="Status">The outcome.</param>
/// <param name="Problems">What is wrong, or why it could not be checked; first things first.</param>
public sealed record PageVerification(string Name, VerificationStatus Status, IReadOnlyList<string> Problems)
{
    /// <summary>The other tool whose opinion the manifest records and nobody asked again; null where there is none.</summary>
    public string? UnaskedOpinion { get; init; }

    internal static PageVerification Verified(string name) => new(name, VerificationStatus.Verified, []);

    internal static PageVerification Wrong(string name, params IReadOnlyList<string> problems) => new(name, VerificationStatus.Wrong, problems);

    internal static PageVerification NotDerivable(string name, string reason) => new(name, VerificationStatus.NotDerivable, [reason]);
}
