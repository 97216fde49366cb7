using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Schemes;

namespace PartyRules.Tests.Clauses.Layers;

/// <summary>Schemes that extend each other, in files of one folder.</summary>
internal static class LayerFiles
{
    /// <summary>Reads the last of these files, each in a folder with the others.</summary>
    public static Scheme Read(params (string Id, string Text)[] files)
    {
        var folder = Directory.CreateTempSubdirectory("partyrules");
        try
        {
            foreach (var (id, text) in files)
                File.WriteAllText(Path.Combine(folder.FullName, $"{id}.json"), Drafts.Expand(text));
            return SchemeReader.ReadFile(Path.Combine(folder.FullName, $"{files[^1].Id}.json"));
        }
        catch (ProblemException exception)
        {
            throw new ProblemException([.. exception.Problems.Select(problem => problem.At(WithoutFolder(problem.Location)))]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static SourceLocation WithoutFolder(SourceLocation at) => new(Path.GetFileName(at.File), at.Line, at.Column, at.Path);
}
