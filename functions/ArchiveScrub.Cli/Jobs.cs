using System.CommandLine.Parsing;
using System.Globalization;

namespace ArchiveScrub.Cli;

/// <summary>Reads the number of <c>--jobs</c>.</summary>
internal static class Jobs
{
    /// <summary>A number of 1 or more.</summary>
    public static int Parse(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var jobs) && jobs > 0)
        {
            return jobs;
        }

        result.AddError($"--jobs takes a number of 1 or more, not {result.Tokens[0].Value}.");
        return 1;
    }
}
