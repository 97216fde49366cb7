using Estate;
using Microsoft.Extensions.DependencyInjection;
using PartyRules;
using PartyRules.Data;
using PartyRules.Explanations;
using PartyRules.Reading;
using PartyRules.Scoring;

// Prints the results of an invented housing estate, then the explanation of each in the given language, zh-Hans or en.
Console.OutputEncoding = System.Text.Encoding.UTF8;
var folder = args[0];
_ = Languages.TryParse(args.ElementAtOrDefault(1), out var language);

#region embedding
var scheme = SchemeReader.ReadFile(Path.Combine(folder, "scheme", "estate.json"));
using var services = new ServiceCollection()
    .AddSingleton<IHoursRegister>(new CsvHoursRegister(Path.Combine(folder, "data", "hours.csv")))
    .AddPartyRules(options =>
    {
        options.Derivations = true;
        options.AddScheme(scheme).AddComponentRules<VolunteerHoursRules>();
    })
    .BuildServiceProvider();
var scorer = services.GetRequiredService<AssessmentService>().For("estate");

var data = DataSetReader.Read(Path.Combine(folder, "data"), scheme);
var results = scorer.Score(data.Subjects, data.Entries, data.Year, areFactsChecked: true); // by the reader
ResultsWriter.Write(Console.Out, scheme, results);
foreach (var assessment in results)
    Console.WriteLine(Explainer.Explain(assessment, language));
#endregion
