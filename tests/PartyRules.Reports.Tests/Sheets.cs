using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace PartyRules.Reports.Tests;

/// <summary>The Excel sheets, opened again.</summary>
public sealed class Sheets
{
    public static TheoryData<Language> Languages => [Language.ChineseSimplified, Language.English];

    [Theory]
    [MemberData(nameof(Languages))]
    public void EverySheetIsValidAndPrintsItsHeadOnEveryPage(Language language)
    {
        foreach (var report in new[] { Sample.County(Sample.In(language)), Sample.Township(Sample.In(language) with { Date = null }) })
        {
            foreach (var write in new Action<Stream>[] { report.WriteScoreSheet, report.WriteNoticeSheet })
                Open(Sample.Sheet(write), (document, sheet) =>
                {
                    new OpenXmlValidator()
                        .Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}").Should().BeEmpty();
                    document.WorkbookPart!.Workbook!.DefinedNames!.Elements<DefinedName>().Should()
                        .Contain(name => name.Name == "_xlnm.Print_Titles" && name.Text.EndsWith("$3:$3") || name.Text.EndsWith("$4:$4"));
                    sheet.GetFirstChild<PageSetup>()!.PaperSize!.Value.Should().Be(9);
                    sheet.GetFirstChild<PageSetup>()!.FitToWidth!.Value.Should().Be(1);
                    sheet.GetFirstChild<Columns>()!
                        .Elements<Column>().Should().OnlyContain(column => column.Width!.Value >= 7 && column.Width.Value <= 40);
                });
        }
    }

    [Fact]
    public void ScoresAreNumbersAndNamesAreText()
    {
        var report = Sample.Of(Sample.Members, [Sample.Member("m1", "王明")], Sample.Tasks("m1", 11, 5), Sample.In(Language.English));

        Open(Sample.Sheet(report.WriteScoreSheet), (_, sheet) =>
        {
            var row = Rows(sheet).Last();
            row.Take(5).Select(cell => cell.InnerText).Should().Equal("m1", "王明", "b1", "2026", "Assessed");
            row.Take(5).Should().OnlyContain(cell => cell.DataType!.Value == CellValues.InlineString);
            row.Skip(5).Take(5).Select(cell => cell.CellValue!.Text).Should().Equal("20", "55", "0", "0", "75");
            row.Skip(5).Take(5).Should().OnlyContain(cell => cell.DataType == null);
        });
    }

    [Theory]
    [InlineData(31, 1)]
    [InlineData(40, 0)]
    public void ANoticeOfABranchIsPrintedOnOnePage(int members, int pages) =>
        Open(
            Sample.Sheet(Sample.County(Sample.In(Language.ChineseSimplified), members).WriteNoticeSheet),
            (_, sheet) => sheet.GetFirstChild<PageSetup>()!.FitToHeight!.Value.Should().Be((uint)pages));

    [Fact]
    public void TheObjectionPeriodIsWrittenAsDates() => Open(NoticeSheet(), (document, sheet) =>
    {
        var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        var dates = Rows(sheet).SelectMany(row => row).Where(cell => formats[(int)cell.StyleIndex!.Value].NumberFormatId!.Value == 164)
            .Select(cell => DateOnly.FromDateTime(DateTime.FromOADate(double.Parse(cell.CellValue!.Text)))).ToList();
        dates.Should().Equal(new DateOnly(2027, 1, 4), new DateOnly(2027, 1, 8));
    });

    private static byte[] NoticeSheet() => Sample.Sheet(Sample.County(Sample.In(Language.English)).WriteNoticeSheet);

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("=HYPERLINK(\"http://x\")")]
    public void WhatLooksLikeAFormulaStaysTextAndSaysSo(string name)
    {
        var report = Sample.Of(Sample.Members, [Sample.Member("m1", name)], Sample.Tasks("m1", 11, 5), Sample.In(Language.English));

        Open(Sample.Sheet(report.WriteScoreSheet), (document, sheet) =>
        {
            var cell = Rows(sheet).Last()[1];
            cell.InnerText.Should().Be(name);
            cell.DataType!.Value.Should().Be(CellValues.InlineString);
            document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>()
                .ElementAt((int)cell.StyleIndex!.Value).QuotePrefix!.Value.Should().BeTrue();
            sheet.Descendants<CellFormula>().Should().BeEmpty();
        });
    }

    [Theory]
    [MemberData(nameof(HostileText.Gallery), MemberType = typeof(HostileText))]
    public void AHostileNameIsShownAsItIs(string name, string shown)
    {
        var report = Sample.Of(Sample.Members, [Sample.Member("m1", name)], Sample.Tasks("m1", 11, 5), Sample.In(Language.English));

        Open(Sample.Sheet(report.WriteScoreSheet), (document, sheet) =>
        {
            Rows(sheet).Last()[1].InnerText.Should().Be(shown);
            new OpenXmlValidator().Validate(document).Should().BeEmpty();
        });
    }

    [Fact]
    public void ATextLongerThanACellIsCut()
    {
        var report = Sample.Of(
            Sample.Members, [Sample.Member("m1", new string('长', 40_000))], Sample.Tasks("m1", 11, 5), Sample.In(Language.English));

        Open(Sample.Sheet(report.WriteScoreSheet),
            (_, sheet) => Rows(sheet).Last()[1].InnerText.Should().HaveLength(32_767).And.EndWith("…"));
    }

    private static List<List<Cell>> Rows(Worksheet sheet) => [.. sheet.Descendants<Row>().Select(row => row.Elements<Cell>().ToList())];

    private static void Open(byte[] bytes, Action<SpreadsheetDocument, Worksheet> look)
    {
        using var stream = new MemoryStream(bytes);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        look(document, document.WorkbookPart!.WorksheetParts.Single().Worksheet!);
    }
}
