namespace ArchiveScrub.Storage;

/// <summary>The labels of the summary of a capture with many records: the tag <c>flagged</c>; the capture and its hash as metadata.</summary>
internal static class SummaryLabels
{
    public static ResultLabels Of(CaptureSummary summary) => new(
        new Dictionary<string, string> { ["flagged"] = summary.Pages.Flagged > 0 ? "yes" : "no" },
        new Dictionary<string, string>
        {
            ["capture"] = LabelText.Ascii(summary.Capture.Name),
            ["capturesha256"] = summary.Capture.Sha256,
            ["toolversion"] = summary.Tool.Version,
        });
}
