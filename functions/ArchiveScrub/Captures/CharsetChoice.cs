using ArchiveScrub.Captures.Charsets;
using ArchiveScrub.Captures.Detection;
using ArchiveScrub.Captures.Sniffing;

namespace ArchiveScrub.Captures;

/// <summary>Chooses the charset of a payload without a byte order mark, weighing what is declared against the bytes.</summary>
internal ref struct CharsetChoice(ReadOnlySpan<byte> payload, PageFormat format)
{
    // How much better another charset has to explain the bytes before a declaration is given up. A language without a
    // model of its own is explained badly by all of them, and stays as declared.
    private const int ClearMargin = 24 * Bits.Unit;

    // One kanji or two in a page of another charset can be well-formed UTF-8 by chance; four in a row are not.
    private const int FewSequences = 4;

    private readonly ReadOnlySpan<byte> _payload = payload;
    private readonly Utf8Evidence _utf8 = Utf8Evidence.Of(payload);
    private DetectionSample? _sample;
    private DetectedCharset? _detection;

    private DetectionSample Sample => _sample ??= DetectionSample.Of(_payload, format);

    private DetectedCharset Detected => _detection ??= CharsetDetector.Detect(Sample);

    /// <summary>The charset to decode with.</summary>
    public Charset Choose(List<CharsetDeclaration> declarations)
    {
        if (WideText.Detect(_payload) is var form and not WideForm.None)
        {
            return Settle(NameOf(form), 0.95, declarations);
        }

        foreach (var declaration in declarations)
        {
            if (declaration.Charset is { } name && Fits(name))
            {
                var confidence = name == "utf-8" ? Math.Round(_utf8.Share, 2) : 1;
                return new Charset(name, declaration.Source, confidence, 0, Unfollowed(declarations, name, declaration));
            }
        }

        if (Iso2022Jp.IsLikely(_payload))
        {
            return Settle("iso-2022-jp", 0.95, declarations);
        }

        if (_utf8.IsAscii)
        {
            return new Charset("windows-1252", CharsetSource.Default, 1, 0, declarations.Find(d => d.Charset is not "windows-1252")?.Label);
        }

        if (_utf8.IsUtf8)
        {
            return Settle("utf-8", Math.Round(Math.Min(_utf8.Share, 0.99), 2), declarations);
        }

        return Detected.Charset is { } detected
            ? Settle(detected, Detected.Confidence, declarations)
            : new Charset("windows-1252", CharsetSource.Default, 0.1, 0, declarations.FirstOrDefault()?.Label);
    }

    /// <summary>Whether the bytes agree with a declared charset, or at least with no other one much better.</summary>
    private bool Fits(string name)
    {
        switch (name)
        {
            case "utf-8":
                return (_utf8.IsAscii && !Iso2022Jp.IsLikely(_payload)) || _utf8.IsUtf8;
            case "utf-16le" or "utf-16be":
                return false; // it would have shown
            case "iso-2022-jp":
                return _utf8.IsAscii;
        }

        if (_utf8.IsAscii)
        {
            return !Iso2022Jp.IsLikely(_payload);
        }

        var isMultiByte = CharsetDecoders.FindMultiByte(name) is not null;
        if (_utf8.IsClearlyUtf8 && _utf8.WellFormed >= (isMultiByte ? FewSequences : 1))
        {
            return false;
        }

        if (CharsetDetector.Cost(Sample, name) is not { } cost || Detected.Charset is null)
        {
            return true;
        }

        return cost - Detected.Cost <= ClearMargin;
    }

    /// <summary>What the bytes say; it counts as declared where a declaration says the same.</summary>
    private static Charset Settle(string name, double confidence, List<CharsetDeclaration> declarations)
    {
        var agrees = declarations.Find(declaration => declaration.Allows(name));
        return agrees is null
            ? new Charset(name, CharsetSource.Detected, confidence, 0, declarations.FirstOrDefault()?.Label)
            : new Charset(name, agrees.Source, 1, 0, Unfollowed(declarations, name, agrees));
    }

    /// <summary>The first declaration that was passed over before the one that was followed.</summary>
    private static string? Unfollowed(List<CharsetDeclaration> declarations, string name, CharsetDeclaration followed)
    {
        foreach (var declaration in declarations)
        {
            if (ReferenceEquals(declaration, followed))
            {
                break;
            }

            if (!declaration.Allows(name))
            {
                return declaration.Label;
            }
        }

        return null;
    }

    private static string NameOf(WideForm form) => form switch
    {
        WideForm.Utf16LittleEndian => "utf-16le",
        WideForm.Utf16BigEndian => "utf-16be",
        WideForm.Utf32LittleEndian => "utf-32le",
        _ => "utf-32be",
    };
}
