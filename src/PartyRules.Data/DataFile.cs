using System.Security.Cryptography;
using PartyRules.Data.Messages;
using PartyRules.Data.Tables;

namespace PartyRules.Data;

/// <summary>A file that a data set was read from.</summary>
/// <param name="Name">The name of the file; of one of several data sets, with the name of its folder before it.</param>
/// <param name="Sha256">The SHA-256 of its bytes as 64 lower-case hexadecimal digits, as <c>sha256sum</c> prints it.</param>
public sealed record DataFile(string Name, string Sha256)
{
    /// <summary>The files of a data set, in the order of their names.</summary>
    /// <param name="folder">The folder, or the workbook that holds all tables.</param>
    internal static IReadOnlyList<DataFile> Of(string folder)
    {
        var problems = new ProblemLog();
        var tables = new[] { TableNames.Subjects, TableNames.Entries, TableNames.Earlier };
        var paths = tables.Select(table => TableFile.Of(folder, table, problems).Path).Append(Mapping.PathOf(folder));
        return
        [
            .. paths.Distinct(StringComparer.Ordinal).Where(File.Exists).Order(StringComparer.Ordinal)
                .Select(path => new DataFile(Path.GetFileName(path), HashOf(path))),
        ];
    }

    private static string HashOf(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
