using ArchiveScrub.Storage;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;

namespace ArchiveScrub.Functions;

/// <summary>Sends metrics, traces and logs to where the environment says: Application Insights, an OpenTelemetry collector, or both.</summary>
internal static class Observability
{
    public static void AddObservability(this FunctionsApplicationBuilder builder)
    {
        var telemetry = builder.Services.AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()
            .WithMetrics(static metrics => metrics.AddMeter(ScrubTelemetry.Name))
            .WithTracing(static traces => traces.AddSource(ScrubTelemetry.Name));
        if (builder.Configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] is { Length: > 0 })
        {
            // The identity that the platform's own telemetry signs in with, where there is one.
            var client = builder.Configuration["AZURE_CLIENT_ID"];
            telemetry.UseAzureMonitorExporter(options => options.Credential = client is { Length: > 0 } ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(client)) : null);
        }

        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 })
        {
            telemetry.UseOtlpExporter();
        }
    }
}
