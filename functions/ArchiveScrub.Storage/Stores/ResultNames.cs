using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace ArchiveScrub.Storage;

/// <summary>
/// Gives results their names. A capture's name is data, not a path: its folders and its file name are taken over as
/// they are where they are harmless as a path and as a blob name, and otherwise become <c>readable~hash</c>, with 32
/// hex digits of the SHA-256 of what they were. Distinct captures get distinct results.
/// </summary>
public static class ResultNames
{
    // What file systems (255 bytes a component) and blob containers (1,024 characters) take, less room for suffixes.
    private const int MaxComponentBytes = 255;
    private const int MaxSuffixBytes = 20;
    private const int MaxNameBytes = 900;
    private const int MaxReadableBytes = 100;
    private const int HashDigits = 32;

    /// <summary>Put behind the name of a capture: the folders of its parts, and of its pages' texts.</summary>
    internal const string PartsFolder = ".parts";
    internal const string PagesFolder = ".pages";

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private static readonly FrozenSet<string> Devices = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        [
            "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
            .. "0123456789¹²³".Select(static digit => $"COM{digit}"),
            .. "0123456789¹²³".Select(static digit => $"LPT{digit}"),
        ]);

    /// <summary>The name of a result of a capture.</summary>
    /// <param name="capture">The capture's name: any string.</param>
    /// <param name="form">Which result.</param>
    public static string Of(string capture, ResultForm form)
    {
        ArgumentNullException.ThrowIfNull(capture);
        ArgumentNullException.ThrowIfNull(form);
        return Stem(capture) + form.Suffix;
    }

    /// <summary>The name of a part of a capture's results.</summary>
    /// <param name="capture">The capture's name: any string.</param>
    /// <param name="start">Where the stretch begins.</param>
    public static string OfPart(string capture, long start)
    {
        ArgumentNullException.ThrowIfNull(capture);
        return string.Create(CultureInfo.InvariantCulture, $"{PartsOf(capture)}/{start:D15}{ResultForm.Part.Suffix}");
    }

    /// <summary>The folder of the parts of a capture's results.</summary>
    internal static string PartsOf(string capture) => Stem(capture) + PartsFolder;

    /// <summary>The folder of the clean texts of a capture's pages.</summary>
    internal static string PagesOf(string capture) => Stem(capture) + PagesFolder;

    /// <summary>The name of the clean text of one of a capture's pages.</summary>
    /// <param name="capture">The capture's name: any string.</param>
    /// <param name="path">The file inside the capture that holds the page, where there is one: any string.</param>
    /// <param name="key">What tells the page from others: digits and hyphens.</param>
    public static string OfPage(string capture, string? path, string key)
    {
        ArgumentNullException.ThrowIfNull(capture);
        return OfStoredPage(Stem(capture), path, key);
    }

    /// <summary>As <see cref="OfPage"/>, of the name that the results have already.</summary>
    internal static string OfStoredPage(string stem, string? path, string key)
    {
        var file = path is null ? "" : Marked(path[(path.LastIndexOf('/') + 1)..], whole: path) + "-";
        return $"{stem}{PagesFolder}/{file}{key}{ResultForm.CleanText.Suffix}";
    }

    /// <summary>Whether it is the name of <see cref="OfPage"/>.</summary>
    public static bool IsPageText(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var slash = name.LastIndexOf('/');
        return slash >= 0 && name.AsSpan(0, slash).EndsWith(PagesFolder, StringComparison.Ordinal) && name.EndsWith(ResultForm.CleanText.Suffix, StringComparison.Ordinal);
    }

    /// <summary>Whether a file of that name is a result.</summary>
    public static bool IsResult(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (var form in ResultForm.All)
        {
            if (name.EndsWith(form.Suffix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a name leads from a folder to a place inside it, and may be created there.</summary>
    internal static bool IsSafe(string name)
    {
        foreach (var component in name.Split('/'))
        {
            if (!IsSafeComponent(component, MaxComponentBytes))
            {
                return false;
            }
        }

        return true;
    }

    private static string Stem(string capture)
    {
        if (Encoding.UTF8.GetByteCount(capture) > MaxNameBytes)
        {
            return Marked(capture[(capture.LastIndexOf('/') + 1)..], whole: capture);
        }

        var components = capture.Split('/');
        for (var i = 0; i < components.Length; i++)
        {
            var isFolder = i < components.Length - 1;
            var keep = IsSafeComponent(components[i], isFolder ? MaxComponentBytes : MaxComponentBytes - MaxSuffixBytes)
                && !LooksMarked(components[i])
                // A folder "a.clean.txt" would be in the way of the clean text of a capture "a".
                && !(isFolder && (IsResult(components[i]) || components[i].EndsWith(PartsFolder, StringComparison.Ordinal) || components[i].EndsWith(PagesFolder, StringComparison.Ordinal)));
            if (!keep)
            {
                components[i] = Marked(components[i], whole: components[i]);
            }
        }

        return string.Join('/', components);
    }

    private static bool IsSafeComponent(string component, int maxBytes) =>
        component.Length > 0
        && component[^1] is not ('.' or ' ')
        && !HasUnsafe(component)
        && !IsDevice(component)
        && !component.Equals(TempFolder.FolderName, StringComparison.OrdinalIgnoreCase)
        && Encoding.UTF8.GetByteCount(component) <= maxBytes;

    private static bool HasUnsafe(string component)
    {
        if (component.Length > 1 && component[1] == ':' && char.IsAsciiLetter(component[0]))
        {
            return true;
        }

        for (var i = 0; i < component.Length; i++)
        {
            if (IsUnsafe(component[i]))
            {
                return true;
            }

            if (char.IsSurrogate(component[i]))
            {
                if (i + 1 == component.Length || !char.IsSurrogatePair(component[i], component[i + 1]))
                {
                    return true;
                }

                i++;
            }
        }

        return false;
    }

    /// <summary>Characters that are taken for something else somewhere; those that only Windows refuses stay elsewhere, as they are common in names made of URLs.</summary>
    private static bool IsUnsafe(char c) =>
        char.IsControl(c) || c is '\\' || (OperatingSystem.IsWindows() && c is '<' or '>' or ':' or '"' or '|' or '?' or '*');

    private static bool IsDevice(string component)
    {
        var dot = component.IndexOf('.', StringComparison.Ordinal);
        return Devices.Contains((dot < 0 ? component : component[..dot]).TrimEnd(' '));
    }

    private static bool LooksMarked(string component) =>
        component.Length > HashDigits
        && component[^(HashDigits + 1)] == '~'
        && !component.AsSpan(component.Length - HashDigits).ContainsAnyExcept(HexDigits);

    private static string Marked(string component, string whole)
    {
        var readable = new StringBuilder();
        var bytes = 0;
        foreach (var rune in component.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > MaxReadableBytes)
            {
                break;
            }

            if (rune == Rune.ReplacementChar || (rune.IsBmp && (IsUnsafe((char)rune.Value) || rune.Value is '.' or ':')))
            {
                readable.Append(rune.Value is '.' && readable.Length > 0 ? '.' : '_');
            }
            else
            {
                readable.Append(rune);
            }
        }

        // The UTF-16 code units, as UTF-8 would make one of all lone surrogates.
        var hash = SHA256.HashData(MemoryMarshal.AsBytes(whole.AsSpan()));
        var name = $"{readable}~{Convert.ToHexStringLower(hash.AsSpan(0, HashDigits / 2))}";
        return IsDevice(name) ? "_" + name : name;
    }
}
