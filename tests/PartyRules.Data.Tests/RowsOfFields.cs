using System.Text;
using CsvHelper;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PartyRules.Data.Streaming;

namespace PartyRules.Data.Tests;

/// <summary>Rows that are taken apart many bytes at once have the fields that the library of CSV reads, whatever ends a line.</summary>
public sealed class RowsOfFields
{
    private static readonly CsvReaderOptions Format = new() { HasHeader = false, DetectSeparatorHint = false, Separator = ',' };

    [Property(MaxTest = 3000)]
    public Property AnyRowsHaveTheFieldsThatTheLibraryReads() => Prop.ForAll(
        Gen.Elements("a", "bc", "党员", ",", ",,", "\n", "\r\n", "\r", " ", new string('x', 31), new string('y', 32)).ListOf()
            .Select(string.Concat).ToArbitrary(),
        text => Fields(text, areQuoted: false).Should().Equal(Expected(text), text));

    [Property(MaxTest = 500)]
    public Property QuotedFieldsAreThoseThatTheLibraryReads() => Prop.ForAll(
        Gen.Elements("a", "\"b,c\"", "\"d\"\"e\"", "\"f\ng\"").NonEmptyListOf().Select(fields => string.Join(',', fields)).NonEmptyListOf()
            .Select(rows => string.Join('\n', rows)).ToArbitrary(),
        text => Fields(text, areQuoted: true).Should().Equal(Expected(text), text));

    [Fact]
    public void OtherRowsAreReadAfterTheFirst()
    {
        using var fields = new RowFields(Format);

        Rows(fields, "a,b\nc", areQuoted: false).Should().Equal("a|b", "c");
        Rows(fields, "\"d,\",e", areQuoted: true).Should().Equal("d,|e");
        Rows(fields, "", areQuoted: false).Should().BeEmpty();
        Rows(fields, "f\n", areQuoted: false).Should().Equal("f");
    }

    [Theory]
    [InlineData("\"a\",b", false)]
    [InlineData("\"a\",b\"", true)]
    public void RowsThatMayBeCutAmongQuotesAreSuspicious(string row, bool isSuspicious)
    {
        using var fields = new RowFields(Format);
        fields.Open(Encoding.UTF8.GetBytes(row), areQuoted: true);

        fields.Read().Should().BeTrue();
        fields.IsSuspicious.Should().Be(isSuspicious);
    }

    [Theory]
    [InlineData(RowFields.LongestRow, false)]
    [InlineData(RowFields.LongestRow + 1, true)]
    public void RowsThatAreTooLongAreSuspicious(int length, bool isSuspicious)
    {
        using var fields = new RowFields(Format);
        fields.Open(Encoding.UTF8.GetBytes(new string('a', length)), areQuoted: false);

        fields.Read().Should().BeTrue();
        fields.IsSuspicious.Should().Be(isSuspicious);
    }

    private static List<string> Fields(string text, bool areQuoted)
    {
        using var fields = new RowFields(Format);
        return Rows(fields, text, areQuoted);
    }

    private static List<string> Rows(RowFields fields, string text, bool areQuoted)
    {
        // Rows stand anywhere in the memory that holds them.
        var bytes = Encoding.UTF8.GetBytes($"before\n{text}\nafter,");
        fields.Open(bytes.AsMemory(7, bytes.Length - 14), areQuoted);
        var rows = new List<string>();
        while (fields.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, fields.Count).Select(column => Encoding.UTF8.GetString(fields[column]))));
        return rows;
    }

    private static List<string> Expected(string text)
    {
        using var reader = CsvReader.Create(Encoding.UTF8.GetBytes(text), Format);
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)));
        return rows;
    }
}
