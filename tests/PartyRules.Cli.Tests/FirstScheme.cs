using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace PartyRules.Cli.Tests;

/// <summary>
/// The page for newcomers, followed literally: its commands are run by the real tool in an empty folder, its edits are made, and what it
/// shows is what the tool prints. With PARTYRULES_APPROVE=1 the page is given what is printed now.
/// </summary>
public sealed partial class FirstScheme : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("partyrules").FullName;
    private readonly Dictionary<string, string> environment = [];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("first-scheme.md")]
    [InlineData("first-scheme.zh-Hans.md")]
    public void EachStepOfThePageDoesWhatItShows(string page)
    {
        var path = Path.Combine(Packages.Root(), "docs", "schemes", page);
        var (text, printed, followed) = (File.ReadAllText(path), "", new StringBuilder());
        var at = 0;
        foreach (Match block in Block().Matches(text))
        {
            var (kind, about, body) = (block.Groups[1].Value, block.Groups[2].Value.Trim(), block.Groups[3]);
            followed.Append(text, at, body.Index - at);
            at = body.Index + body.Length;
            switch (kind)
            {
                case "sh":
                    var lines = body.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries);
                    printed = string.Concat(lines.Select(line => Run(line, about == "exits=1" ? 1 : 0)));
                    followed.Append(body.Value);
                    break;
                case "diff":
                    Edit(about, body.Value);
                    followed.Append(body.Value);
                    break;
                default:
                    kind.Should().Be("text");
                    followed.Append(printed);
                    break;
            }
        }

        followed.Append(text, at, text.Length - at);
        if (Environment.GetEnvironmentVariable("PARTYRULES_APPROVE") == "1")
            File.WriteAllText(path, followed.ToString());
        else
            text.Should().Be(followed.ToString());
    }

    private string Run(string line, int status)
    {
        var words = Word().Matches(line).Select(match => match.Value.Trim('"')).ToList();
        if (words[0] == "export")
        {
            var (name, value) = (words[1].Split('=')[0], words[1].Split('=')[1]);
            environment[name] = value;
            return "";
        }

        words[0].Should().Be("partyrules");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PartyRules.Cli.dll"), .. words.Skip(1)])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment.Remove("PARTYRULES_LANG");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(status, "{0}: {1}{2}", line, output, error.Result);
        var shown = (output + error.Result).ReplaceLineEndings("\n").Split('\n').Select(row => row.TrimEnd());
        return string.Concat(shown.Where(row => row.Length > 0).Select(row => row + "\n"));
    }

    /// <summary>Makes the edit of a diff: what it leaves and takes away must stand once in the file.</summary>
    private void Edit(string file, string diff)
    {
        var lines = diff.TrimEnd('\n').Split('\n');
        var (before, after) = (Side(lines, '+'), Side(lines, '-'));
        var path = Path.Combine(folder, file);
        var text = File.ReadAllText(path);
        text.Split(before).Should().HaveCountGreaterThan(1, "{0} must hold {1}", file, before);
        var start = text.IndexOf(before, StringComparison.Ordinal);
        File.WriteAllText(path, text[..start] + after + text[(start + before.Length)..]);
    }

    private static string Side(IEnumerable<string> lines, char other) =>
        string.Join('\n', lines.Where(line => line[0] != other).Select(line => line[1..]));

    [GeneratedRegex("^```(\\w+)([^\\n]*)\\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Word();
}
