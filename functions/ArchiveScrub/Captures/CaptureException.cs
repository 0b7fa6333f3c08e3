namespace ArchiveScrub;

/// <summary>
/// A capture, or a page of it, cannot be scrubbed. It is the one error that bad input causes: permanent, so the
/// capture goes to quarantine and is not tried again.
/// </summary>
public sealed class CaptureException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="code">Stable upper-case code, such as <c>NOT_TEXT</c>; see <see cref="CaptureErrorCodes"/>.</param>
    /// <param name="reason">What is wrong, in a sentence for people.</param>
    /// <param name="capture">Name of the capture, where it is known here.</param>
    /// <param name="record">Record id inside the capture, where there is one.</param>
    /// <param name="offset">Byte offset in the capture, where it is known.</param>
    /// <param name="innerException">The cause.</param>
    public CaptureException(string code, string reason, string? capture = null, string? record = null, long? offset = null, Exception? innerException = null)
        : base(Describe(code, reason, capture, record, offset), innerException)
    {
        Code = code;
        Reason = reason;
        Capture = capture;
        Record = record;
        Offset = offset;
    }

    /// <summary>Stable upper-case code.</summary>
    public string Code { get; }

    /// <summary>What is wrong, without the place.</summary>
    public string Reason { get; }

    /// <summary>Name of the capture.</summary>
    public string? Capture { get; }

    /// <summary>Record id inside the capture.</summary>
    public string? Record { get; }

    /// <summary>Byte offset in the capture.</summary>
    public long? Offset { get; }

    private static string Describe(string code, string reason, string? capture, string? record, long? offset)
    {
        var place = capture ?? "capture";
        if (record is not null)
        {
            place += $", record {record}";
        }

        if (offset is { } at)
        {
            place += string.Create(System.Globalization.CultureInfo.InvariantCulture, $", offset {at}");
        }

        return $"{place}: {reason} [{code}]";
    }
}
