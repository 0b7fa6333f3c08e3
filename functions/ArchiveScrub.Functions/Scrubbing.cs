using ArchiveScrub.Storage;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ArchiveScrub.Functions;

/// <summary>Puts the service together from the settings.</summary>
internal static class Scrubbing
{
    public static void AddScrubbing(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton(static services => new ScrubTelemetry(services.GetRequiredService<ILogger<ScrubTelemetry>>()));
        builder.Services.AddSingleton(static services => Create(services.GetRequiredService<IConfiguration>(), services.GetRequiredService<ScrubTelemetry>()));
    }

    private static ScrubService Create(IConfiguration configuration, ScrubTelemetry telemetry)
    {
        var options = configuration.GetSection("ArchiveScrub");
        var opinion = options.GetValue("SecondOpinion", defaultValue: false) ? new SmartReaderOpinion() : null;
        return ServiceFactory.Create(
            StorageAccount.Of(name => configuration[name]),
            new ServiceOptions
            {
                Profiles = options["Profiles"],
                SecondOpinion = opinion,
                SliceBytes = options.GetValue("SliceBytes", ServiceOptions.DefaultSliceBytes),
                WithTags = options.GetValue("Tags", defaultValue: true),
                Host = configuration["WEBSITE_INSTANCE_ID"] ?? Environment.MachineName,
            },
            telemetry);
    }
}
