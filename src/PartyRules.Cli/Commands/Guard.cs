using PartyRules.Cli.Output;
using PartyRules.Cli.Resources;
using PartyRules.Diagnostics;

namespace PartyRules.Cli.Commands;

/// <summary>The tool's exit statuses.</summary>
internal static class ExitStatus
{
    public const int Done = 0;
    public const int Errors = 1;
    public const int Usage = 2;
}

/// <summary>Turns what is wrong with a command's input into problems that a person reads.</summary>
internal static class Guard
{
    /// <summary>Does a command's work and reports what is wrong with its input.</summary>
    /// <param name="streams">Where it writes.</param>
    /// <param name="language">The language.</param>
    /// <param name="work">The work.</param>
    /// <param name="ending">The message that counts the problems.</param>
    /// <returns>The exit status.</returns>
    public static int Run(Streams streams, Language language, Action work, string ending = "problems")
    {
        try
        {
            work();
            return ExitStatus.Done;
        }
        catch (ProblemException exception)
        {
            foreach (var problem in exception.Problems)
                streams.Error.WriteLine(problem.ToText(language));
            streams.Error.WriteLine(Texts.In(language, ending, exception.Problems.Sum(problem => problem.Occurrences)));
            return ExitStatus.Errors;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            streams.Error.WriteLine(Texts.In(language, "io", exception.Message));
            return ExitStatus.Errors;
        }
    }
}
