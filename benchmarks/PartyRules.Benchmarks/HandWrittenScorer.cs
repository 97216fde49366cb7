namespace PartyRules.Benchmarks;

/// <summary>The total and grade of a member by the scheme fengxian, written by hand as directly as C# allows.</summary>
public static class HandWrittenScorer
{
    public static (Points? Total, string Grade) Score(Subject subject, IReadOnlyList<Entry> entries)
    {
        Span<Points> months = stackalloc Points[12];
        Points study = 0, dues = 0, meetings = 0, discipline = 0, conduct = 0, reward = 0, commendation = 0;
        var violated = false;
        var steps = 0;
        var inPost = subject.Employment == "in-post";
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            var value = entry.Value.GetValueOrDefault();
            switch (entry.Item)
            {
                case "task.target" or "task.superior" or "task.unit":
                    if (inPost)
                        months[entry.Date.Month - 1] += value;
                    break;
                case "pledge.common" or "pledge.post" or "pledge.practical" or "pledge.self-discipline":
                    months[entry.Date.Month - 1] += value;
                    break;
                case "base.study": study += value; break;
                case "base.dues": dues += value; break;
                case "base.meetings": meetings += value; break;
                case "base.discipline": discipline += value; break;
                case "base.conduct": conduct += value; break;
                case "reward.overfulfilment" or "reward.contribution" or "reward.bravery" or "reward.commendation": reward += value; break;
                case "commendation": commendation += value; break;
                case "violation": violated = true; break;
                case "exemption.wish": steps |= 1; break;
                case "exemption.application": steps |= 2; break;
                case "exemption.review": steps |= 4; break;
                case "exemption.approval": steps |= 8; break;
            }
        }

        if (steps == 15)
            return (null, "");
        Points task = 0;
        foreach (var month in months)
            task += Points.Min(6, month);
        var total = 20
            - Points.Min(4, study) - Points.Min(4, dues) - Points.Min(4, meetings) - Points.Min(4, discipline) - Points.Min(4, conduct)
            + Points.Min(70, task) + Points.Min(10, reward) + commendation;
        var grade = violated || total < 60 ? "unqualified" : total >= 90 ? "excellent" : total >= 80 ? "qualified" : "basically-qualified";
        return (total, grade);
    }
}
