using Xunit;

namespace ArchiveScrub.Report.Tests;

/// <summary>A test that needs a browser and is skipped, with a message, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (Chromium.Path is null)
        {
            Skip = "chromium is not installed (apt-get install chromium)";
        }
    }
}
