using Microsoft.AspNetCore.RateLimiting;
using PartyRules;
using PartyRules.AspNetCore;
using PartyRules.Hosting;

// The web application of an invented reading club. Who may ask, and how often, is the application's business: here all, 100 times a second.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddPartyRules(builder.Configuration.GetSection("PartyRules"));
builder.Services.AddHealthChecks().AddPartyRules();
builder.Services.AddOpenApi(document => document.AddPartyRules());
builder.Services.AddRateLimiter(limiter =>
{
    limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
    limiter.AddFixedWindowLimiter("scoring", window => (window.PermitLimit, window.Window) = (100, TimeSpan.FromSeconds(1)));
});

var app = builder.Build();
app.UseRateLimiter();
app.MapPartyRules(options: new() { DefaultLanguage = Language.English, MaximumSubjects = 200 }).RequireRateLimiting("scoring");
app.MapOpenApi();
app.MapHealthChecks("/health");
await app.RunAsync();
