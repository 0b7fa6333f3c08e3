using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using ArchiveScrub.Tests.Samples;
using Xunit;

namespace ArchiveScrub.Tests.Provenance;

/// <summary>Manifests are written by hand; the generated serialiser, which reads them, says what must come out.</summary>
public sealed class ManifestWriterTests
{
    public static TheoryData<string> Captures => [.. SampleCaptures.Names];

    [Theory]
    [MemberData(nameof(Captures))]
    public void Manifests_of_samples_are_what_the_serialiser_writes(string capture) => AssertSame(SampleCaptures.Get(capture).Result.Manifest);

    [Fact]
    public void Every_member_of_every_type_is_written()
    {
        var filler = new Filler();

        AssertSame((Manifest)filler.Make(typeof(Manifest)));
        Assert.Contains(typeof(ManifestWacz), filler.Types); // the deepest
    }

    [Fact]
    public void Members_that_are_null_are_left_out() => AssertSame((Manifest)new Filler(optional: false).Make(typeof(Manifest)));

    private static void AssertSame(Manifest manifest)
    {
        var expected = JsonSerializer.SerializeToUtf8Bytes(manifest, ManifestJson.Canonical.Manifest);

        Assert.Equal(Encoding.UTF8.GetString(expected), Encoding.UTF8.GetString(ManifestJson.Serialize(manifest)));
    }

    /// <summary>Makes a value of a type, each member with a value of its own.</summary>
    /// <param name="optional">Whether members that may be null have one.</param>
    private sealed class Filler(bool optional = true)
    {
        private readonly NullabilityInfoContext _nullability = new();
        private int _number;

        public HashSet<Type> Types { get; } = [];

        public object Make(Type type)
        {
            _number++;
            if (type == typeof(string))
            {
                return string.Create(CultureInfo.InvariantCulture, $"\u00e9<\"\u2028{_number}\U0001F600\u0001");
            }

            if (type == typeof(int) || type == typeof(long) || type == typeof(double))
            {
                return Convert.ChangeType(_number, type, CultureInfo.InvariantCulture);
            }

            if (type == typeof(bool))
            {
                return _number % 2 == 0;
            }

            if (type == typeof(DateTimeOffset))
            {
                return new DateTimeOffset(2021, 3, 2, 16, 20, _number % 60, TimeSpan.FromHours(_number % 3)).AddTicks(_number * 100);
            }

            if (type == typeof(TextRange))
            {
                return new TextRange(_number, _number + 5);
            }

            if (type.IsEnum)
            {
                var values = Enum.GetValues(type);
                return values.GetValue(_number % values.Length)!;
            }

            return type.IsGenericType ? MakeMany(type) : MakeRecord(type);
        }

        private object MakeMany(Type type)
        {
            if (type == typeof(SortedDictionary<string, ManifestRemoval>))
            {
                return new SortedDictionary<string, ManifestRemoval>(StringComparer.Ordinal) { ["share"] = (ManifestRemoval)Make(typeof(ManifestRemoval)), ["advert"] = (ManifestRemoval)Make(typeof(ManifestRemoval)) };
            }

            var item = type.GetGenericArguments()[0];
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
            list.Add(Make(item));
            list.Add(Make(item));
            return list;
        }

        private object MakeRecord(Type type)
        {
            Types.Add(type);
            var made = Activator.CreateInstance(type)!;
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static property => property.SetMethod is not null))
            {
                var mayBeNull = _nullability.Create(property).WriteState == NullabilityState.Nullable;
                if (optional || !mayBeNull)
                {
                    property.SetValue(made, Make(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType));
                }
            }

            return made;
        }
    }
}
