using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using PartyRules.AspNetCore;
using PartyRules.Reading;
using PartyRules.Scoring;

namespace PartyRules.Benchmarks;

/// <summary>
/// Requests to the endpoints of a server in this process, over the network, many at a time: whether each answer is right, and whether
/// memory stays as it was.
/// </summary>
internal static class WebLoad
{
    private const string Scheme = "fengxian";
    private const int Members = 1000;
    private const int Year = 2026;
    private static readonly JsonSerializerOptions Body = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Asks for the scores of one member with each request, and every tenth time for its explanation.</summary>
    /// <param name="requests">How many requests.</param>
    /// <param name="parallel">How many at a time.</param>
    public static async Task<int> RunAsync(int requests, int parallel)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore().AddPartyRules(options => options.Offer(Scheme));
        await using var application = builder.Build();
        application.MapPartyRules();
        await application.StartAsync().ConfigureAwait(false);
        var address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = parallel };
        using var client = new HttpClient(handler) { BaseAddress = new Uri($"{address}/partyrules/schemes/{Scheme}/") };

        var asked = AskedOf();
        await AskAsync(client, asked, Members, parallel).ConfigureAwait(false);
        var (before, start) = (Memory(), Stopwatch.GetTimestamp());
        var wrong = await AskAsync(client, asked, requests, parallel).ConfigureAwait(false);
        var elapsed = Stopwatch.GetElapsedTime(start);
        var after = Memory();
        Console.WriteLine("| requests | at a time | wrong answers | requests a second | managed memory before, MB | after "
            + "| working set before, MB | after |\n| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {requests:N0} | {parallel} | {wrong} | {requests / elapsed.TotalSeconds:N0} ")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"| {before.Managed:0.0} | {after.Managed:0.0} | {before.Set:N0} | {after.Set:N0} |"));
        return wrong == 0 ? 0 : 1;
    }

    private static async Task<int> AskAsync(HttpClient client, IReadOnlyList<Asked> asked, int requests, int parallel)
    {
        var wrong = 0;
        await Parallel.ForAsync(0, requests, new ParallelOptions { MaxDegreeOfParallelism = parallel }, async (i, stop) =>
        {
            var one = asked[i % asked.Count];
            var explains = i % 10 == 9;
            using var body = new ByteArrayContent(one.Body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using var answer = await client.PostAsync(new Uri(explains ? "explain" : "score", UriKind.Relative), body, stop)
                .ConfigureAwait(false);
            var text = await answer.Content.ReadAsStringAsync(stop).ConfigureAwait(false);
            if (answer.StatusCode != HttpStatusCode.OK || !text.Contains(one.Result, StringComparison.Ordinal))
                Interlocked.Increment(ref wrong);
        }).ConfigureAwait(false);
        return wrong;
    }

    /// <summary>What is asked about each member, and what must be in the answer: the result as the library writes it.</summary>
    private static List<Asked> AskedOf()
    {
        var scorer = new Scorer(BuiltInSchemes.Get(Scheme));
        return [.. SampleRecords.Of(Members).Select(record => new Asked(
            BodyOf(record),
            JsonSerializer.Serialize(scorer.Score(record.Subject, [.. record.Entries], Year).ToRecord(), Written)))];
    }

    private static byte[] BodyOf(SubjectRecord record)
    {
        var subject = record.Subject;
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                Year,
                Subjects = new[]
                {
                    new
                    {
                        subject.Id,
                        Category = Given(subject.Category),
                        Employment = Given(subject.Employment),
                        PreviousGrade = Given(subject.PreviousGrade),
                    },
                },
                Entries = record.Entries.Select(entry => new
                {
                    entry.Id,
                    entry.Subject,
                    entry.Item,
                    entry.Date,
                    entry.Value,
                    Level = Given(entry.Level),
                    Ref = Given(entry.Reference),
                }),
            },
            Body);
    }

    private static string? Given(string text) => text.Length == 0 ? null : text;

    /// <summary>What is in use once all that is not is gone, and what the process holds, in MB.</summary>
    private static (double Managed, double Set) Memory()
    {
        var managed = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        return (managed / 1e6, process.WorkingSet64 / 1e6);
    }

    private sealed record Asked(byte[] Body, string Result);
}
