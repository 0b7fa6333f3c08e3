using ArchiveScrub.Functions;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.AddScrubbing();
builder.AddObservability();
builder.Build().Run();
