using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PartyRules.InCode;

namespace PartyRules.Hosting.Tests;

/// <summary>Real hosts, their configuration as JSON, their schemes in a folder of their own, and what they log.</summary>
internal sealed class Applications : IDisposable
{
    /// <summary>The content root of the hosts.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("partyrules-").FullName;

    /// <summary>What was logged, one line for each message.</summary>
    public ConcurrentQueue<string> Logged { get; } = [];

    /// <summary>Writes a scheme of member grading into the content root.</summary>
    /// <param name="path">The file.</param>
    /// <param name="id">The scheme's identifier.</param>
    /// <param name="change">What else is done to the text.</param>
    public void Write(string path, string id, Func<string, string>? change = null)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var text = Encoding.UTF8.GetString(new MemberGrading(id).Thresholds().ToJson());
        File.WriteAllText(file, change?.Invoke(text) ?? text);
    }

    /// <summary>Makes a host.</summary>
    /// <param name="json">Its configuration.</param>
    /// <param name="add">Adds the library.</param>
    public IHost Make(string json, Action<HostApplicationBuilder> add)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = Root });
        builder.Configuration.AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json)));
        builder.Logging.SetMinimumLevel(LogLevel.Debug).Services.AddSingleton<ILoggerProvider>(_ => new Lines(Logged));
        add(builder);
        return builder.Build();
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private sealed class Lines(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel}: {formatter(state, exception)}");

        public void Dispose()
        {
        }
    }
}
