using PartyRules.Cli.Resources;
using PartyRules.Data;
using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Schemes;

namespace PartyRules.Cli.Commands;

/// <summary>The schemes that a command line names.</summary>
internal static class GivenSchemes
{
    /// <summary>A scheme by identifier or file.</summary>
    public static Scheme Read(string idOrFile) => IsFile(idOrFile) ? SchemeReader.ReadFile(idOrFile) : BuiltInSchemes.Get(idOrFile);

    /// <summary>The versions of one scheme, each by identifier or file.</summary>
    public static SchemeVersions ReadVersions(IReadOnlyList<string> idsOrFiles)
    {
        var versions = new List<Scheme>();
        var problems = new List<Problem>();
        foreach (var idOrFile in idsOrFiles)
        {
            try
            {
                var version = Read(idOrFile);
                if (versions.Count > 0 && !SchemeVersions.BelongTogether(versions[0], version))
                    problems.Add(
                        Texts.Catalog.Problem("versions.apart", new SourceLocation(idOrFile), version.ToString(), versions[0].ToString()));
                versions.Add(version);
            }
            catch (ProblemException exception)
            {
                problems.AddRange(exception.Problems);
            }
        }

        return problems.Count == 0 ? new SchemeVersions(versions) : throw new ProblemException(problems);
    }

    /// <summary>Refuses a file for output from which the command reads.</summary>
    public static void RefuseOutput(string file, string folder, IEnumerable<string> schemes)
    {
        DataSetReader.RefuseOutput(folder, file);
        if (schemes.Any(scheme => File.Exists(scheme) && IsSameFile(scheme, file)))
            throw new ProblemException(Texts.Catalog.Problem("output-is-scheme", new SourceLocation(file)));
    }

    /// <summary>Whether a file is meant: one that is there, or a name that no identifier has.</summary>
    public static bool IsFile(string idOrFile) =>
        File.Exists(idOrFile) || idOrFile.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || idOrFile.AsSpan().ContainsAny('/', '\\');

    private static bool IsSameFile(string one, string other) =>
        Path.GetFullPath(one).Equals(Path.GetFullPath(other), StringComparison.OrdinalIgnoreCase);
}
