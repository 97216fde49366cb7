using System.Text;

namespace PartyRules.Data.Tests.Forms;

/// <summary>A form that a table may have: what it is, and how a table of it is made of one that is as it should be.</summary>
/// <param name="English">What it is, in English.</param>
/// <param name="Chinese">What it is, in Chinese.</param>
/// <param name="Make">Makes it.</param>
internal sealed record Form(string English, string Chinese, Action<TemporaryFolder> Make);

/// <summary>The forms of tables that the page about data lists, each made by a few lines.</summary>
internal static class FormsOfTables
{
    private const string Subjects = "编号,姓名,类型,所属组织\n001,张三,党员,第一支部\n002,李四,党员,第一支部\n003,王五,党员,第二支部\n";
    private const string Heading = "编号,党员编号,项目,日期,分值,备注\n";
    private const string Rows =
        "1,001,参与项目,2026-01-05,5,\n2,001,走访群众,2026-02-05,,\n3,002,无故缺席会议,2026-03-05,,\n4,003,参与项目,2026-03-05,5,\n";

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    /// <summary>All forms, by the section of the page in which they stand.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Form>> All { get; } = new Dictionary<string, IReadOnlyList<Form>>
    {
        ["dates"] =
        [
            .. new[]
            {
                "2026-03-05", "2026年3月5日", "二〇二六年三月五日", "2026.3.5", "2026/3/5", "2026-3-5", "２０２６－０３－０５", "20260305",
                "2026/3/5 0:00:00", "2026年3月5日 星期四", "5-Mar-2026", "3/5/2026", "26.3.5", "3月5日", "2026年3月", "2026-02-30",
                "2026年3月5日 星期五", "3月5日至7日", "2026-03-05T16:00:00Z", "46086",
            }.Select(date => Written(date, folder => Entries(folder, Rows.Replace("2026-03-05,,", date + ",,")))),
            new("a cell that Excel formats as a date, whatever the format", "Excel日期格式的单元格，无论何种日期格式", folder => Sheet(folder,
                new Formatted("46086", "yyyy\"年\"m\"月\"d\"日\""))),
            new("a cell with a date and a time", "带时间的日期单元格", folder => Sheet(folder, new Formatted("46086.6", "yyyy-mm-dd hh:mm"))),
            new("a number cell that is not formatted as a date", "未设为日期格式的数字单元格", folder => Sheet(folder, 46086)),
        ],
        ["numbers"] =
        [
            .. new[]
            {
                "5", "5 ", "5\u00A0", "５", "5．0", "+5", "5分", "\"5,000\"", "95%", "5次", "\"5,0\"", "5 0", "5\u00A00", "五", "-5",
            }.Select(number => Written(number.Trim('"'), folder => Entries(folder, Rows.Replace("01-05,5,", $"01-05,{number},")))),
        ],
        ["times"] =
        [
            .. new[]
            {
                "08:31", "08:31:00", "8:31", "０８：３１", "8时31分", "8点31分", "上午8:31", "8:31 AM", "8:5", "24:00", "0831", "8.31", "8点半",
                "上午12:30", "08:31Z", "2026-03-05 08:31", "08:31:15.5", "0.354861111111111",
            }.Select(time => Written(time, folder => Whole(
                folder, Heading.Replace("备注", "时刻") + Rows.Replace("无故缺席会议,2026-03-05,,", "迟到,2026-03-05,," + time)))),
            new("a cell that Excel formats as a time, whatever the format", "Excel时间格式的单元格，无论何种时间格式", folder => Sheet(folder,
                "2026-03-05", new Formatted("0.354861111111111", "[$-804]上午/下午h\"时\"mm\"分\""))),
            new("a cell with a date and a time", "带日期的时间单元格", folder => Sheet(folder,
                "2026-03-05", new Formatted("46086.354861111", "yyyy-mm-dd hh:mm"))),
            new("a number cell that is not formatted as a time", "未设为时间格式的数字单元格", folder => Sheet(folder,
                "2026-03-05", 0.354861111111111)),
        ],
        ["rows"] =
        [
            new("titles above the headings", "列名上方有标题行", folder => Whole(folder, "凤县党员积分登记表,,,,,\n2026年度,,,,,\n" + Heading + Rows)),
            new("a row above that looks like headings too", "列名上方另有一行也像列名", folder =>
                Whole(folder, "党员编号,项目,备注,,,\n" + Heading + Rows)),
            new("blank rows, and rows of commas", "空行，或只有逗号的行", folder => Entries(folder, ",,,,,\n" + Rows + "\n,,,,,\n")),
            new("headings again in the middle", "中间重复列名", folder => Entries(folder, Rows[..30] + Rows[30..] + Heading)),
            new("a total", "合计行", folder => Entries(folder, Rows + "合计,,,,10,\n")),
            new("a line for signatures", "签名行", folder => Entries(folder, Rows + "填表人：赵六  审核人：钱七,,,,,\n")),
            new("rows with nothing but a number", "只有序号的行", folder => Entries(folder, Rows + "5,,,,,\n6,,,,,\n")),
            new("a row with a value and nothing else", "只有分值的行", folder => Entries(folder, Rows + ",,,,5,\n")),
            new("more separators at the end of rows", "行末多出分隔符", folder => Entries(folder, Rows.Replace("5,\n", "5,,,\n"))),
            new("fewer fields than columns", "字段少于列数", folder => Entries(folder, Rows.Replace("2026-02-05,,\n", "2026-02-05\n"))),
            new("cells of one column merged over rows", "同一列跨行合并的单元格", folder => Merged(folder, "D2:D3")),
            new("cells merged over columns", "跨列合并的单元格", folder => Merged(folder, "C2:D2")),
        ],
        ["columns"] =
        [
            new("explanations in parentheses behind a heading", "列名后带括号说明", folder =>
                Whole(folder, Heading.Replace("日期", "日期（年月日）").Replace("分值", "*分值(分)") + Rows)),
            new("another unit in parentheses behind the heading of the values", "分值列名后的括号内是其他单位", folder =>
                Whole(folder, Heading.Replace("分值", "分值（万元）") + Rows)),
            new("entries without numbers, or with 序号", "记录没有编号，或只有序号", folder => Whole(folder, Heading.Replace("编号,党", "序号,党") + Rows)),
            new("people by name", "以姓名指明对象", folder => Whole(folder, Heading.Replace("党员编号", "姓名") + ByName)),
            new("a name that two have", "姓名重复", folder =>
            {
                File.WriteAllText(folder.File("subjects.csv"), Subjects + "004,张三,党员,第二支部\n");
                File.WriteAllText(folder.File("entries.csv"), Heading.Replace("党员编号", "姓名") + ByName);
            }),
            new("an id and another's name", "编号与姓名不符", folder =>
                Whole(folder, Heading.Replace("备注", "姓名") + Rows.Replace("5,\n", "5,李四\n"))),
            new("a column that is none of the table's", "表中没有的列", folder =>
                Whole(folder, Heading.Replace("备注", "审核人") + Rows.Replace("5,\n", "5,赵六\n"))),
            new("a misspelt column", "列名写错", folder => Whole(folder, Heading.Replace("分值", "分直") + Rows)),
            new("subjects without ids", "人员表没有编号", folder =>
            {
                File.WriteAllText(folder.File("subjects.csv"),
                    Subjects.Replace("编号,", "").Replace("001,", "").Replace("002,", "").Replace("003,", ""));
                File.WriteAllText(folder.File("entries.csv"), Heading.Replace("党员编号", "姓名") + ByName);
            }),
            new("a column for each month", "每月一列", folder => Whole(folder, "党员编号,姓名,1月,2月,3月\n001,张三,5,5,5\n")),
            new("the same, with mapping.json", "每月一列，附mapping.json", folder =>
            {
                Whole(folder, "党员编号,1月,2月,3月\n001,5,,\n002,,,\n003,,,5\n001,,2,\n002,,,\n");
                File.WriteAllText(folder.File("mapping.json"), Mapping);
            }),
            new("names of columns in two rows", "列名分两行", folder => Whole(folder,
                "编号,党员编号,登记内容,,,\n,,项目,日期,分值,备注\n" + Rows)),
            new("months above, items below, with mapping.json", "上行为月份、下行为项目，附mapping.json", folder =>
            {
                Whole(folder, "党员编号,1月,,2月,3月,\n,参与项目,走访群众,走访群众,参与项目,无故缺席会议\n001,5,,1,,\n002,,,,,1\n003,,,,5,\n");
                File.WriteAllText(folder.File("mapping.json"), MappingOfTwoRows);
            }),
        ],
        ["files"] =
        [
            new("CSV in UTF-8, UTF-16 or GB18030", "UTF-8、UTF-16或GB18030编码的CSV", folder =>
                File.WriteAllText(folder.File("entries.csv"), Heading + Rows, Gb18030)),
            new("separated by semicolons or tabs", "以分号或制表符分隔", folder => Whole(folder, (Heading + Rows).Replace(',', '\t'))),
            new("separated by full-width commas", "以全角逗号分隔", folder => Whole(folder, (Heading + Rows).Replace(',', '，'))),
            new("Chinese file names, upper-case endings, copies", "中文文件名、大写扩展名、副本", folder =>
            {
                File.Move(folder.File("subjects.csv"), folder.File("党员名单（2026年）.CSV"));
                File.Move(folder.File("entries.csv"), folder.File("积分记录 (1).csv"));
            }),
            new("further files in the folder", "文件夹中有其他表格文件", folder => File.WriteAllText(folder.File("补录.csv"), Heading)),
            new("one workbook with all tables", "一个工作簿包含各表", folder => Book(folder, "积分台账.xlsx")),
            new("a workbook with macros, .xlsm", "带宏的工作簿.xlsm", folder => Book(folder, "积分台账.xlsm")),
            new("an old workbook, .xls or .et", "旧版工作簿.xls或.et", folder => Instead(folder, "entries.et",
                OldFiles.Workbook(false, new Sheet("Sheet1", Cells(new DateOnly(2026, 3, 5)))))),
            new("an error in a cell", "单元格为错误值", folder => Instead(folder, "entries.xls",
                OldFiles.Workbook(false, new Sheet("Sheet1", Cells(new OldFiles.Error(0x2A)))))),
            new("a password", "设有密码", folder => Instead(folder, "entries.xlsx", OldFiles.Compound(("EncryptedPackage", new byte[5000])))),
            new("a web page under the name .xls", "网页改名为.xls", folder =>
                Instead(folder, "entries.xls", "<html><table></table></html>"u8.ToArray())),
            new("text under the name .xls", "文本改名为.xls", folder => Instead(folder, "entries.xls", Encoding.UTF8.GetBytes(Heading + Rows))),
            new("a workbook under the name .csv", "工作簿改名为.csv", folder =>
                Instead(folder, "entries.csv", OldFiles.Compound(("Workbook", new byte[5000])))),
            new("cut off", "文件不完整", folder => Instead(folder, "entries.xlsx", "PK\u0003\u0004cut off"u8.ToArray())),
            new("empty", "空文件", folder => Instead(folder, "entries.xlsx", [])),
            new("missing", "缺少文件", folder => File.Move(folder.File("entries.csv"), folder.File("entries.ods"))),
        ],
    };

    private static string ByName => Rows.Replace(",001,", ",张三,").Replace(",002,", ",李四,").Replace(",003,", ",王五,");

    private static string Mapping => """
        {"entries": {"columns": [
          {"column": "1月", "item": "参与项目", "date": "2026-01-05"},
          {"column": "2月", "item": "参与项目", "date": "2026-02-05"},
          {"column": "3月", "item": "参与项目", "date": "2026-03-05"}
        ]}}
        """;

    private static string MappingOfTwoRows => """
        {"entries": {"columns": [
          {"column": "1月/参与项目", "item": "参与项目", "date": "2026-01-05"},
          {"column": "1月/走访群众", "item": "走访群众", "date": "2026-01-05", "means": "count"},
          {"column": "2月/走访群众", "item": "走访群众", "date": "2026-02-05", "means": "count"},
          {"column": "3月/参与项目", "item": "参与项目", "date": "2026-03-05"},
          {"column": "3月/无故缺席会议", "item": "无故缺席会议", "date": "2026-03-05", "means": "count"}
        ]}}
        """;

    /// <summary>Writes the tables as they should be.</summary>
    public static void Write(TemporaryFolder folder)
    {
        File.WriteAllText(folder.File("subjects.csv"), Subjects);
        Entries(folder, Rows);
    }

    private static Form Written(string text, Action<TemporaryFolder> make)
    {
        var shown = $"`{text.Replace("\u00A0", "<U+00A0>", StringComparison.Ordinal)}`";
        return new(shown, shown, make);
    }

    private static void Entries(TemporaryFolder folder, string rows) => Whole(folder, Heading + rows);

    private static void Whole(TemporaryFolder folder, string text) => File.WriteAllText(folder.File("entries.csv"), text);

    private static void Instead(TemporaryFolder folder, string name, byte[] content)
    {
        File.Delete(folder.File("entries.csv"));
        File.WriteAllBytes(folder.File(name), content);
    }

    private static object?[][] Cells(object third) =>
    [
        ["编号", "党员编号", "项目", "日期", "分值"],
        ["1", "001", "参与项目", "2026-01-05", 5],
        ["2", "001", "走访群众", "2026-02-05", null],
        ["3", "002", "无故缺席会议", third, null],
        ["4", "003", "参与项目", "2026-03-05", 5],
    ];

    private static void Sheet(TemporaryFolder folder, object third) => Sheets.Write(folder, new Sheet("Sheet1", Cells(third)));

    private static void Sheet(TemporaryFolder folder, object third, object time)
    {
        object?[] late = ["3", "002", "迟到", third, null, time];
        Sheets.Write(folder, new Sheet("Sheet1", [.. Cells(third).Select((row, i) => i == 0 ? [.. row, "时刻"] : i == 3 ? late : row)]));
    }

    private static void Merged(TemporaryFolder folder, string range)
    {
        File.Delete(folder.File("subjects.csv"));
        object?[][] rows = [["编号", "姓名", "类型", "所属组织"], ["001", "张三", "党员", "第一支部"], ["002", "李四", "党员", null],
            ["003", "王五", "党员", "第二支部"]];
        Sheets.Write(folder.File("subjects.xlsx"), new Spelling(), new Sheet("Sheet1", rows) { Merged = [range] });
    }

    private static void Book(TemporaryFolder folder, string name)
    {
        File.Delete(folder.File("subjects.csv"));
        File.Delete(folder.File("entries.csv"));
        object?[][] members = [.. Subjects.Trim().Split('\n').Select(line => line.Split(',').Cast<object?>().ToArray())];
        Sheets.Write(folder.File(name), new Spelling(), new Sheet("人员", members), new Sheet("记录", Cells("2026-03-05")));
    }
}
