using System.Security.Cryptography;

namespace ArchiveScrub.Captures;

/// <summary>
/// A digest as WARC has it, <c>sha1:VALUE</c> (WARC 1.1 sections 5.8 and 5.9): SHA-1, SHA-256 or MD5, in base32 as
/// crawlers write it or in base16. The algorithm's name may carry a hyphen.
/// </summary>
internal sealed class DeclaredDigest : IDisposable
{
    private const string Base32Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private readonly string _declared;
    private readonly string _value;
    private readonly IncrementalHash? _hash;

    private DeclaredDigest(string declared, string value, IncrementalHash? hash) => (_declared, _value, _hash) = (declared, value, hash);

    /// <summary>Takes the bytes that the digest is of; null where the algorithm is not known.</summary>
    public IncrementalHash? Hash => _hash;

    /// <summary>Reads a declared value; null where there is none.</summary>
    public static DeclaredDigest? Parse(string? declared)
    {
        if (string.IsNullOrWhiteSpace(declared))
        {
            return null;
        }

        var colon = declared.IndexOf(':', StringComparison.Ordinal);
        var value = declared[(colon + 1)..].Trim().TrimEnd('=');
        var algorithm = colon < 0 ? null : Algorithm(declared[..colon].Trim());
        var isKnown = algorithm is { } name && IsValueOf(value, HashSize(name));
        return new DeclaredDigest(declared, value, isKnown ? IncrementalHash.CreateHash(algorithm!.Value) : null);
    }

    /// <summary>The result for the bytes that were hashed, or for other bytes where those do not match.</summary>
    public RecordDigest Check(Func<ReadOnlyMemory<byte>?>? otherwise = null)
    {
        if (_hash is null)
        {
            return new RecordDigest(_declared, null, null);
        }

        var computed = _hash.GetHashAndReset();
        if (!Matches(computed) && otherwise?.Invoke() is { } other)
        {
            _hash.AppendData(other.Span);
            var second = _hash.GetHashAndReset();
            computed = Matches(second) ? second : computed;
        }

        return new RecordDigest(_declared, Write(computed), Matches(computed));
    }

    /// <inheritdoc/>
    public void Dispose() => _hash?.Dispose();

    private static HashAlgorithmName? Algorithm(string name) => name.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant() switch
    {
        "SHA1" => HashAlgorithmName.SHA1,
        "SHA256" => HashAlgorithmName.SHA256,
        "MD5" => HashAlgorithmName.MD5,
        _ => null,
    };

    private static int HashSize(HashAlgorithmName algorithm) =>
        algorithm == HashAlgorithmName.SHA256 ? 32 : algorithm == HashAlgorithmName.SHA1 ? 20 : 16;

    private static bool IsValueOf(string value, int size) =>
        (value.Length == size * 2 && value.All(char.IsAsciiHexDigit))
        || (value.Length == ((size * 8) + 4) / 5 && value.All(static c => Base32Digits.Contains(char.ToUpperInvariant(c), StringComparison.Ordinal)));

    private bool Matches(byte[] hash) => Format(hash).Equals(_value, StringComparison.OrdinalIgnoreCase);

    private string Write(byte[] hash) => _declared[..(_declared.IndexOf(':', StringComparison.Ordinal) + 1)] + Format(hash);

    private string Format(byte[] hash) => _value.Length == hash.Length * 2
        ? (_value.Any(char.IsAsciiLetterUpper) ? Convert.ToHexString(hash) : Convert.ToHexStringLower(hash))
        : Base32(hash);

    /// <summary>Base32 of RFC 4648 section 6, without padding.</summary>
    public static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder((bytes.Length * 8 / 5) + 1);
        var bits = 0;
        var held = 0;
        foreach (var b in bytes)
        {
            held = (held << 8) | b;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Base32Digits[(held >> bits) & 31]);
            }

            held &= (1 << bits) - 1;
        }

        if (bits > 0)
        {
            text.Append(Base32Digits[(held << (5 - bits)) & 31]);
        }

        return text.ToString();
    }
}
