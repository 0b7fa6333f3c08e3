namespace ArchiveScrub.Captures.Compression;

/// <summary>What is wrong with the data of a member.</summary>
/// <param name="Code">Of <see cref="CaptureErrorCodes"/>.</param>
/// <param name="Reason">In a sentence for people.</param>
/// <param name="Offset">Where, in the capture; as near as it is known.</param>
/// <param name="IsEnd">Whether the capture ends there.</param>
internal sealed record MemberFault(string Code, string Reason, long Offset, bool IsEnd);
