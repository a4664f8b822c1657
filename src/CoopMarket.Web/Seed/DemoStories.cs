using System.Text.RegularExpressions;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Features.Stories;

namespace CoopMarket.Web.Seed;

/// <summary>Tells the demo's stories and hangs the market's own picture.</summary>
internal sealed partial class DemoStories(Stage stage, DemoContent content)
{
    // Where the people stand who would be cut off.
    private static readonly Dictionary<string, string> Spots = new(StringComparer.Ordinal) { ["mua-xoai"] = "65,60", ["chi-pang-noi-u"] = "40,50", ["hai-che-som"] = "45,65", ["dan-ong"] = "50,38" };

    /// <summary>The big picture of the home page.</summary>
    public Task<PhotoId> HomeAsync()
        => stage.DoAsync(new SeedPhoto.Command(Stage.Seeder, null, new(PhotoSubjectKind.Market, Guid.Empty), "canh-nui-cho"));

    /// <summary>All stories, a few weeks apart, live.</summary>
    public async Task TellAsync(IReadOnlyDictionary<string, SeededCooperative> cooperatives, IReadOnlyList<SeededSize> sizes, DateTimeOffset begin)
    {
        foreach (var (told, nth) in content.Stories.Select((s, i) => (s, i)))
        {
            stage.At(begin.AddDays(12 + (31 * nth)));
            var cooperative = cooperatives[told.Cooperative];
            var products = sizes.Where(s => told.Products.Contains(s.Product.Key)).Select(s => s.ProductId).Distinct().ToList();
            var maker = told.Maker is not null && cooperative.Makers.TryGetValue(told.Maker, out var known) ? known : (MakerId?)null;
            var story = await stage.DoAsync(new BeginStory.Command(cooperative.Manager, cooperative.Id));
            var photo = await stage.DoAsync(new SeedPhoto.Command(Stage.Seeder, cooperative.Id, story, told.Picture));
            var body = await PlacedAsync(told.Body, cooperative.Id, story, sizes);
            await stage.DoAsync(new WriteStory.Command(cooperative.Manager, cooperative.Id, story, told.Title, told.Lead, body, maker, products));
            foreach (var (language, origin) in told.Origins ?? new Dictionary<string, TextOrigin>())
                await stage.DoAsync(new TranslateStory.Command(
                    cooperative.Manager, cooperative.Id, story, language, told.Title.In(language), told.Lead.In(language), body.In(language), origin));
            if (Spots.TryGetValue(told.Picture, out var spot))
                await stage.DoAsync(new FocusPhoto.Command(cooperative.Manager, cooperative.Id, photo, spot));
            if (told.Voice is { } voice)
                await SpeakAsync(cooperative, story, voice, DateOnly.FromDateTime(begin.Date));
            await stage.DoAsync(new PublishStory.Command(cooperative.Manager, cooperative.Id, story));
        }
    }

    // Blocks name pictures and goods by their keys; what is kept names them by their ids. A picture comes into the story with its block.
    private async Task<LocalizedText> PlacedAsync(LocalizedText body, CooperativeId cooperative, StoryId story, IReadOnlyList<SeededSize> sizes)
    {
        Dictionary<string, string> placed = new(StringComparer.Ordinal);
        foreach (var key in body.All.Values.SelectMany(text => Placed().Matches(text)).Select(m => m.Value).Distinct())
        {
            var name = key[(key.LastIndexOf('/') + 1)..^1];
            placed[key] = key.StartsWith("(/photo/", StringComparison.Ordinal)
                ? $"(/photo/{await stage.DoAsync(new SeedPhoto.Command(Stage.Seeder, cooperative, story, name))})"
                : $"(/product/{sizes.First(s => s.Product.Key == name).ProductId})";
        }

        return new(body.All.Select(t => KeyValuePair.Create(t.Key, Placed().Replace(t.Value, m => placed[m.Value]))));
    }

    [GeneratedRegex(@"\(/(photo|product)/[a-z0-9-]+\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placed();

    private async Task SpeakAsync(SeededCooperative cooperative, StoryId story, DemoVoice voice, DateOnly day)
    {
        var sound = await File.ReadAllBytesAsync(Path.Combine(content.Sounds, voice.File));
        var taken = await stage.DoAsync(new TakeInVoice.Command(cooperative.Manager, cooperative.Id, story, sound));
        var recording = await stage.DoAsync(new AddVoice.Command(cooperative.Manager, cooperative.Id, story, taken));
        var (vi, en, fr) = (voice.Translations.All.GetValueOrDefault("vi"), voice.Translations.All.GetValueOrDefault("en"), voice.Translations.All.GetValueOrDefault("fr"));
        await stage.DoAsync(new WriteVoice.Command(
            cooperative.Manager, cooperative.Id, recording, new() { Who = voice.Who, Language = "vie", Transcript = voice.Transcript, Vi = vi, En = en, Fr = fr, Lines = voice.Lines }));
        await AgreeAsync(recording.Value, voice.Who, "Nghe trên trang này của chợ");
        if (voice.Motif is { } motif)
            await AgreeAsync(story.Value, motif.Whose, motif.MayUse);

        Task AgreeAsync(Guid about, string who, string whatFor) => stage.DoAsync(new GiveConsent.Command(
            cooperative.Manager, cooperative.Id, story, new() { About = about, Who = who, WhatFor = whatFor, Way = ConsentWay.OnPaper, GivenOn = day }));
    }
}
