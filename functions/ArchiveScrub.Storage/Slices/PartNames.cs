using System.Globalization;

namespace ArchiveScrub.Storage;

/// <summary>Names of the parts of a plan. They stand in a store of their own, where nobody takes them for results.</summary>
internal static class PartNames
{
    /// <summary>What a part holds of a form.</summary>
    public static string Of(string plan, int slice, int of, ResultForm form) => Stem(plan, slice, of) + form.Suffix;

    /// <summary>What commits a part, and tells of it.</summary>
    public static string Told(string plan, int slice, int of) => Stem(plan, slice, of) + ".part";

    private static string Stem(string plan, int slice, int of) => string.Create(CultureInfo.InvariantCulture, $"{plan}/{slice:D6}-of-{of:D6}");
}
