using Microsoft.Playwright;
using Xunit;

namespace ArchiveScrub.Report.Tests;

/// <summary>A browser for the tests of a class, and reports opened in it.</summary>
public sealed class Browser : IAsyncLifetime, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("archivescrub-report-");
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Chromium.Path is { } path)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = ["--no-sandbox"] });
        }
    }

    /// <summary>Opens a report as a local file, and notes what it asks for and what goes wrong in it.</summary>
    public async Task<OpenReport> OpenAsync(string html, string hash = "", int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var file = System.IO.Path.Combine(_folder.FullName, Guid.NewGuid().ToString("N") + ".html");
        await File.WriteAllTextAsync(file, html);
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 }, ColorScheme = scheme });
        var page = await context.NewPageAsync();
        var report = new OpenReport(context, page);
        await page.GotoAsync(new Uri(file).AbsoluteUri + hash);
        return report;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
