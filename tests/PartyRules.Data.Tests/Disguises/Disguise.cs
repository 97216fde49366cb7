using System.Globalization;

namespace PartyRules.Data.Tests.Disguises;

/// <summary>A record of the data set that is disguised.</summary>
internal sealed record Fact(int Member, string Item, string Name, DateOnly Date, decimal? Value);

/// <summary>
/// Dresses one data set up as offices keep theirs: with titles, totals and blank rows, dates and numbers in the forms that people write,
/// headings by other names, columns in other orders, people by name, in sheets and files of every format. A disguise may hold one form that
/// can be read in two ways; then it must be refused.
/// </summary>
internal sealed class Disguise(Random random)
{
    private static readonly (string Item, string Name, bool HasValue)[] Items =
    [
        ("task.project", "参与项目", true), ("task.visit", "走访群众", false), ("base.absence", "无故缺席会议", false),
        ("reward.commendation", "受到表彰", false),
    ];

    private static readonly string[] Names = ["张三", "李四", "王五", "赵六", "钱七", "买买提·艾山"];
    private static readonly string[] Poisons =
        ["3/5/2026", "05-03-2026", "3月5日", "26.3.5", "2026年3月", "2026-02-30", "46086", "2026-03-05 24:00", "3.5-3.7", "2026年3月5日 星期五"];

    private static readonly string[] NumberPoisons = ["1,23", "5 0", "5\u00A00", "2小时", "五", "\u202E51", "5+5", "-5"];

    /// <summary>The members' rows.</summary>
    public List<object?[]> Members { get; private set; } = [];

    /// <summary>The entries' rows.</summary>
    public List<object?[]> Entries { get; private set; } = [];

    /// <summary>Whether it holds a form that can be read in two ways.</summary>
    public bool IsPoisoned { get; private set; }

    /// <summary>The lines of titles above the entries' headings.</summary>
    public int Titles { get; private set; }

    /// <summary>Whether the entries' headings stand in two rows.</summary>
    public bool IsHeadedTwice { get; private set; }

    /// <summary>Whether the rows are of equal form, so that each can be an object.</summary>
    public bool IsPlain { get; private set; } = true;

    /// <summary>Some records.</summary>
    public static List<Fact> Facts(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(3, 9)).Select(_ => Items[random.Next(Items.Length)]).Select(item => new Fact(
            random.Next(Names.Length), item.Item, item.Name, new DateOnly(2026, random.Next(1, 13), random.Next(1, 29)),
            item.HasValue ? random.Next(1, 4) + (random.Next(3) == 0 ? 0.5m : 0) : null)),
    ];

    /// <summary>The data set as tables have it: CSV of the members and of the entries.</summary>
    public static (string Members, string Entries) Plain(IEnumerable<Fact> facts) => (
        "id,name,kind,parent\n" + string.Concat(Names.Select((name, i) => $"{IdOf(i)},{name},member,{BranchOf(i)}\n")),
        "id,subject,item,date,value\n" + string.Concat(facts.Select((fact, i) => string.Create(CultureInfo.InvariantCulture,
            $"e{i},{IdOf(fact.Member)},{fact.Item},{fact.Date:yyyy-MM-dd},{fact.Value}\n"))));

    /// <summary>Dresses a data set up.</summary>
    public void Put(IReadOnlyList<Fact> facts)
    {
        var members = Names.Select((name, i) => new Dictionary<string, object?>
        {
            ["id"] = Blanks(IdOf(i)),
            ["name"] = Blanks(name),
            ["kind"] = Any("member", "党员"),
            ["parent"] = Any(BranchOf(i), BranchOf(i) + " "),
        }).ToList();
        Members = Laid(members, new()
        {
            ["id"] = ["id", "编号", "党员编号", "编号（必填）"],
            ["name"] = ["name", "姓名", "姓 名"],
            ["kind"] = ["kind", "类型", "*类型"],
            ["parent"] = ["parent", "所属组织", "党支部", "所在支部（全称）"],
        }, ["序号"]);
        var by = random.Next(4);
        var poison = random.Next(5) == 0 && facts.Count > 0 ? random.Next(facts.Count) : -1;
        IsPoisoned = poison >= 0;
        var hasIds = random.Next(3) > 0;
        var entries = facts.Select((fact, i) => EntryOf(fact, i, by, hasIds, i == poison)).ToList();
        Entries = Laid(entries, new()
        {
            ["id"] = ["id", "编号", "记录编号"],
            ["subject"] = ["subject", "党员编号", "对象编号", "党员编号（必填）"],
            ["name"] = ["name", "姓名", "党员姓名"],
            ["item"] = ["item", "项目", "积分项目", "项 目"],
            ["date"] = ["date", "日期", "发生日期", "日期（年月日）"],
            ["value"] = ["value", "分值", "分值(分)", "数值"],
        }, ["序号", "审核人", "经办单位"]);
        Decorate();
    }

    /// <summary>One of several.</summary>
    public T Any<T>(params T[] several) => several[random.Next(several.Length)];

    private static string IdOf(int member) => $"00{member + 1}";

    private static string BranchOf(int member) => member < 3 ? "第一支部" : "第二支部";

    private Dictionary<string, object?> EntryOf(Fact fact, int number, int by, bool hasIds, bool isPoisoned)
    {
        var isNumber = isPoisoned && fact.Value is not null && random.Next(2) == 0;
        var entry = new Dictionary<string, object?>();
        if (hasIds)
            entry["id"] = $"e{number}";
        if (by != 1)
            entry["subject"] = by == 2 ? Blanks(Names[fact.Member]) : Any(Blanks(IdOf(fact.Member)), Wide(IdOf(fact.Member)));
        if (by is 1 or 3)
            entry["name"] = Any(Names[fact.Member], Blanks(Names[fact.Member]), Names[fact.Member].Replace("三", " 三"));
        entry["item"] = Any(fact.Item, fact.Name, Blanks(fact.Name), Wide(fact.Item));
        entry["date"] = isPoisoned && !isNumber ? Any(Poisons) : DateOf(fact.Date);
        entry["value"] = isNumber ? Any(NumberPoisons) : fact.Value is { } value ? NumberOf(value) : Any<object?>(null, "", " ");
        return entry;
    }

    private object DateOf(DateOnly date)
    {
        var (y, m, d) = (date.Year, date.Month, date.Day);
        return random.Next(16) switch
        {
            0 => $"{y}年{m}月{d}日",
            1 => $"{y}/{m}/{d}",
            2 => $"{y}.{m}.{d}",
            3 => $"{y}-{m}-{d}",
            4 => Wide($"{y}-{m:00}-{d:00}"),
            5 => $"{y}{m:00}{d:00}",
            6 => $"{y}-{m:00}-{d:00} 09:30",
            7 => $"{y}/{m}/{d} 0:00:00",
            8 => $"{y}年{m}月{d}日 星期{"日一二三四五六"[(int)date.DayOfWeek]}",
            9 => $"{Chinese(y / 1000)}{Chinese(y / 100 % 10)}{Chinese(y / 10 % 10)}{Chinese(y % 10)}年{Tens(m)}月{Tens(d)}日",
            10 => Blanks($"{y}-{m:00}-{d:00}"),
            11 => $"{y}–{m:00}–{d:00}",
            _ => date,
        };
    }

    private object NumberOf(decimal value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        return random.Next(8) switch
        {
            0 => Blanks(text),
            1 => Wide(text),
            2 => text + "分",
            3 => "+" + text,
            4 => text + "\u200B",
            5 => text,
            _ => value,
        };
    }

    /// <summary>Rows under headings, with columns in any order and some that mean nothing.</summary>
    private List<object?[]> Laid(List<Dictionary<string, object?>> rows, Dictionary<string, string[]> headings, string[] extra)
    {
        var columns = headings.Keys.Where(name => rows.Count == 0 || rows[0].ContainsKey(name)).ToList();
        var further = extra.Where(_ => random.Next(3) == 0).ToList();
        columns = [.. columns.Concat(further).OrderBy(_ => random.Next())];
        var heads = columns.ConvertAll(name => headings.TryGetValue(name, out var words) ? Any(words) : name);
        var laid = rows.Select((row, i) => columns.Select(name => row.GetValueOrDefault(name, name == "序号" ? (decimal)(i + 1) : "甲"))
            .ToArray());
        return [heads.Cast<object?>().ToArray(), .. laid];
    }

    private void Decorate()
    {
        var width = Entries[0].Length;
        object?[] Row(params object?[] cells) => [.. cells.Concat(Enumerable.Repeat<object?>(null, width)).Take(width)];
        var heading = Entries[0];
        if (random.Next(4) == 0)
            Entries.Insert(random.Next(1, Entries.Count + 1), Row());
        if (random.Next(6) == 0 && Entries.Count > 2)
            Entries.Insert(random.Next(2, Entries.Count), [.. heading]);
        if (random.Next(4) == 0)
            Entries.Add(Row(Any("合计", "总计", "小 计", "合计：")));
        if (random.Next(4) == 0)
            Entries.Add(Row(Any("填表人：赵六    审核人：钱七", "支部书记（签字）：", "注：本表一式两份", "单位（盖章）")));
        HeadTwice(Row());
        Titles = random.Next(4) == 0 ? random.Next(1, 3) : 0;
        for (var i = 0; i < Titles; i++)
            Entries.Insert(0, Row(Any("凤县党员积分登记表", "2026年度", "第一支部 单位：分")));
        IsPlain = Titles == 0 && !IsHeadedTwice && Entries.TrueForAll(row => row.Length == width);
    }

    /// <summary>
    /// Moves some headings into a row above, as cells that are merged over two rows stand there, beside the name of a group.
    /// </summary>
    private void HeadTwice(object?[] upper)
    {
        var lower = (object?[])Entries[0].Clone();
        var needed = Array.FindIndex(lower, heading => heading is "item" or "项目" or "积分项目" or "项 目");
        var group = (object?)Any("积分情况", "登记内容", null);
        for (var i = 0; i < lower.Length; i++)
        {
            (upper[i], lower[i]) = i == needed || random.Next(2) == 0 ? (group, lower[i]) : (lower[i], null);
            group = ReferenceEquals(upper[i], group) ? null : group;
        }

        IsHeadedTwice = random.Next(6) == 0 && lower.Count(heading => heading is not null) > 1
            && upper.Any(heading => heading is not null);
        if (!IsHeadedTwice)
            return;
        Entries[0] = lower;
        Entries.Insert(0, upper);
    }

    private string Blanks(string text) => random.Next(4) switch
    {
        0 => text + " ",
        1 => " " + text,
        2 => text + "\u00A0",
        _ => text,
    };

    private static string Wide(string text) => string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c));

    private static char Chinese(int digit) => "〇一二三四五六七八九"[digit];

    private static string Tens(int number) => number < 10 ? Chinese(number).ToString()
        : (number < 20 ? "" : Chinese(number / 10).ToString()) + "十" + (number % 10 == 0 ? "" : Chinese(number % 10).ToString());
}
