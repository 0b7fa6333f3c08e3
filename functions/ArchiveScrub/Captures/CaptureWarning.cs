namespace ArchiveScrub;

/// <summary>Something in a capture that is not as it should be, and was tolerated.</summary>
/// <param name="Code">Stable upper-case code; see <see cref="CaptureWarningCodes"/>.</param>
/// <param name="Message">What it is, in a sentence for people.</param>
/// <param name="Offset">Byte offset in the capture (or in the file inside it that <see cref="RecordInfo.Path"/> names), where it is known.</param>
public sealed record CaptureWarning(string Code, string Message, long? Offset = null);
