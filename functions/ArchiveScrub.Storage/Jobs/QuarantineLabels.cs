namespace ArchiveScrub.Storage;

/// <summary>The labels of a quarantine record: the tag <c>code</c>; the capture and its hash as metadata.</summary>
internal static class QuarantineLabels
{
    public static ResultLabels Of(QuarantineRecord record) => new(
        new Dictionary<string, string> { ["code"] = LabelText.Tag(record.Error.Code) ?? "" },
        new Dictionary<string, string>
        {
            ["capture"] = LabelText.Ascii(record.Capture.Name),
            ["capturesha256"] = record.Capture.Sha256,
            ["toolversion"] = record.Tool.Version,
        });
}
