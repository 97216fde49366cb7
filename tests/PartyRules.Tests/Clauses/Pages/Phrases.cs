using System.Text.Json;

namespace PartyRules.Tests.Clauses.Pages;

/// <summary>The words of the derived parts of pages, in one language.</summary>
internal sealed record Phrases(Language Language)
{
    private bool IsEnglish => Language == Language.English;

    /// <summary>The headings that every page of a kind has, in their order.</summary>
    public IReadOnlyList<string> Headings => [Example, Keys, Stated, Evaluated, Messages, Explained, Users];

    public string Example => IsEnglish ? "Example" : "示例";

    public string Keys => IsEnglish ? "Keys" : "键";

    public string Stated => IsEnglish ? "What must be stated" : "必须写明的内容";

    public string Evaluated => IsEnglish ? "How it is evaluated" : "如何计算";

    public string Messages => IsEnglish ? "Messages" : "提示信息";

    public string Explained => IsEnglish ? "In the explanation" : "在说明中";

    public string Users => IsEnglish ? "Schemes that use it" : "使用它的方案";

    public string KeyHeader => IsEnglish ? "| key | must be given | value | meaning |" : "| 键 | 必填 | 取值 | 含义 |";

    public string MessageHeader => IsEnglish ? "| code | says |" : "| 代码 | 内容 |";

    public string KindHeader => IsEnglish ? "| kind | what it is for | schemes |" : "| 条款 | 用途 | 方案数 |";

    public string OrderHeader => IsEnglish ? "| | kind | keys | stages of its rules | told in |" : "| | 条款 | 键 | 规则所在阶段 | 在说明中的位置 |";

    public string Yes => IsEnglish ? "yes" : "是";

    public string Number => IsEnglish ? "number" : "数字";

    public string WholeNumber => IsEnglish ? "whole number" : "整数";

    public string Text => IsEnglish ? "text" : "文字";

    public string BothLanguages => IsEnglish ? "text in both languages" : "两种语言的文字";

    public string Truth => IsEnglish ? "`true` or `false`" : "`true`或`false`";

    public string Date => IsEnglish ? "date" : "日期";

    public string OrNull => IsEnglish ? " or `null`" : "或`null`";

    public string Separator => IsEnglish ? ", " : "、";

    public string Here => IsEnglish ? "object, see its table" : "见相应的表";

    public string ListHere => IsEnglish ? "list of objects, see their table" : "列表，见相应的表";

    public string TheScheme => IsEnglish ? "The scheme itself:" : "方案本身：";

    public string TheFile => IsEnglish ? "A file that extends another:" : "扩展上级方案的文件：";

    public string BuiltIn => IsEnglish ? "Built in: " : "内置方案：";

    public string Samples => IsEnglish ? "Invented samples: " : "虚构示例：";

    public string From(string scheme, string path) => IsEnglish ? $"From {scheme}, `{path}`:" : $"取自{scheme}的`{path}`：";

    public string InManyPlaces(int count) => IsEnglish ? $"In {count} places, such as" : $"共{count}处，例如";

    public string ListOf(string form) => IsEnglish ? $"list of {form}" : $"{form}的列表";

    public string ByCode(string form) => IsEnglish ? $"by code: {form}" : $"按代码：{form}";

    /// <summary>What an object that several kinds share is called.</summary>
    public string Shared(string definition) => (definition, IsEnglish) switch
    {
        (_, true) => JsonNamingPolicy.KebabCaseLower.ConvertName(definition),
        ("Citation", _) => "依据",
        ("Finding", _) => "提示",
        ("Rounding", _) => "取舍",
        ("Subjects", _) => "评定对象",
        ("Attribute", _) => "附加列",
        ("Entries", _) => "记录的另设列",
        ("EntryAttribute", _) => "记录的列",
        ("EntryNumber", _) => "算出的数",
        ("Minutes", _) => "分钟数",
        _ => throw new NotSupportedException($"There is no Chinese word for {definition}."),
    };

    /// <summary>The end of a sentence, by which the first is told from the rest.</summary>
    public string Stop => IsEnglish ? ". " : "。";

    /// <summary>The file of a page in this language.</summary>
    public string PageName(string page) => IsEnglish ? $"{page}.md" : $"{page}.zh-Hans.md";
}
