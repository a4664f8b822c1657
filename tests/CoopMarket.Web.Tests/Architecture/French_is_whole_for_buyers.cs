using System.Text.Json;
using System.Text.RegularExpressions;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.House;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Architecture;

/// <summary>
/// What is for buyers is there in French, and nothing else is. A file of texts is either for buyers, but for the groups named here,
/// or for desks and the office, but for the groups named here; a new sentence in a buyers' file has to be translated at once.
/// </summary>
public sealed partial class French_is_whole_for_buyers
{
    /// <summary>Files for buyers, and what in them desks and the office alone say.</summary>
    private static readonly Dictionary<string, string[]> OfBuyers = new(StringComparer.Ordinal)
    {
        ["accounts"] = ["accounts.people.", "accounts.paper.", "accounts.create-admin.", "accounts.forget-factor.", "refusal.NoCodeForHer", "refusal.NotYourself"],
        ["complaints"] =
        [
            "complaints.admin.", "complaints.answer.", "complaints.settle.", "complaints.extend.", "complaints.desk.", "complaints.terms.", "complaints.flaw.until", "refusal.ComplaintSettled",
            "refusal.TooLateToExtend", "refusal.TooFarToExtend", "refusal.SecondLookByAnother",
        ],
        ["countries"] = [],
        ["mails"] =
        [
            "mails.desk.", "mails.to-accept.", "mails.accept-please.", "mails.return-asked.", "mails.withdrawn-desk.", "mails.called-off.", "mails.disputed.", "mails.dispute-won.",
            "mails.dispute-lost.", "mails.return-answer.", "mails.return-close.", "mails.return-settled.", "mails.return-lost.", "mails.missed.", "mails.harvest-late.", "mails.not-sent.", "mails.taken-after-all.", "mails.consent.", "mails.review.written.", "mails.review.hidden-desk.", "mails.review.kept-desk.",
            "mails.readdressed.", "mails.complaint.received-desk.", "mails.complaint.received-admin.", "mails.question.desk.", "mails.complaint.settled-desk.", "mails.complaint.second-look-desk.", "mails.complaint.closed-desk.",
        ],
        ["orders"] =
        [
            "orders.ship.", "orders.decline.", "orders.refund.", "orders.file.", "orders.return.answer.", "orders.return.less.", "orders.return.amount.", "orders.return.nothing.", "refusal.BuyerMissesIt", "refusal.NoParcelNumber",
            "refusal.MoreThanPaid", "refusal.PaidInCash", "refusal.ParcelKnown", "refusal.TooManyParcels", "refusal.CallFirst",
        ],
        ["questions"] = ["refusal.NotAnsweredYet", "questions.desk.", "questions.admin.", "questions.flaw.reason"],
        ["reviews"] =
        [
            "reviews.desk.", "reviews.admin.", "reviews.move.", "reviews.by.", "reviews.state.", "reviews.answer.", "reviews.language.", "reviews.reason.", "refusal.AnsweredAlready",
        ],
        ["shared"] = ["shared.alert.", "shared.vat.", "shared.supply.", "shared.translate.", "shared.origin.", "refusal.OwnAffair"],
        ["storefront"] = [],
    };

    /// <summary>Files for desks and the office, and what in them buyers meet.</summary>
    private static readonly Dictionary<string, string[]> OfDesks = new(StringComparer.Ordinal)
    {
        ["admin"] = [],
        ["audit"] = [],
        ["catalog"] = ["catalog.unit.", "catalog.net.", "refusal.OutOfStock", "refusal.NoLongerSold"],
        ["certificates"] = [],
        ["desk"] = [],
        ["dev"] = [],
        ["income"] = [],
        ["lots"] = [],
        ["payments"] =
        [
            "payments.pay.", "payments.card.", "payments.account.", "refusal.NothingToPay", "refusal.TooLittleForCard", "refusal.TooMuchForCard", "refusal.CardTimeOver", "refusal.CardUncertain",
            "refusal.CardsRefused", "refusal.NothingGoesBack", "refusal.TooMuchForCash", "refusal.NoCashThisTime", "refusal.TooMuchAbroad",
        ],
        ["photos"] = ["photos.refused.", "refusal.TooManyPhotos"],
        ["rates"] = ["refusal.RateTooOld", "refusal.RateChanged"],
        ["sellers"] = [],
        ["settlement"] = [],
        ["shipping"] = [],
        ["stories"] = ["stories.way."],
    };

    [Fact]
    public async Task Every_sentence_that_buyers_meet_is_there_with_the_same_gaps()
    {
        await using var market = await Market.OpenAsync();
        var words = market.Services.GetRequiredService<Words>();
        var (vi, fr) = (words.All("vi"), words.All("fr"));
        var wanted = Wanted();
        wanted.Where(k => !fr.ContainsKey(k)).ShouldBeEmpty("missing in French");
        fr.Keys.Where(k => !wanted.Contains(k) && !k.EndsWith(".one", StringComparison.Ordinal)).ShouldBeEmpty("nobody meets it in French");
        wanted.Where(k => !Gaps(vi[k]).SetEquals(Gaps(fr[k]))).ShouldBeEmpty("other gaps");
    }

    [Fact]
    public async Task What_has_a_singular_in_English_has_one_in_French()
    {
        await using var market = await Market.OpenAsync();
        var words = market.Services.GetRequiredService<Words>();
        var wanted = Wanted();
        words.All("en").Keys.Where(k => k.EndsWith(".one", StringComparison.Ordinal) && wanted.Contains(k[..^".one".Length]))
            .Where(k => !words.All("fr").ContainsKey(k)).ShouldBeEmpty();
    }

    [Fact]
    public async Task French_is_set_as_French_is_printed()
    {
        await using var market = await Market.OpenAsync();
        var words = market.Services.GetRequiredService<Words>();
        var texts = words.All("fr").Select(t => (t.Key, Text: Markup().Replace(t.Value, "")))
            .Concat(Sources.Files("src/CoopMarket.Web/Resources/Pages", "*.fr.md").Select(f => (Key: f.Path, Text: f.Text.ReplaceLineEndings("\n").Split("---\n", 3)[2])));
        texts.Where(t => Misprint().IsMatch(t.Text)).Select(t => $"{t.Key}: {Misprint().Match(t.Text).Value}").ShouldBeEmpty();
    }

    [Fact]
    public void The_markets_own_texts_are_the_same_ones_in_every_language()
    {
        foreach (var name in PublicTexts.Names)
        {
            var texts = Languages.All.Select(l => Sources.Read($"src/CoopMarket.Web/Resources/Pages/{name}.{l}.md")).ToList();
            texts.Select(t => Version().Match(t).Value).Distinct(StringComparer.Ordinal).Count().ShouldBe(1, name);
            texts.Select(t => string.Concat(LineStart().Matches(t).Select(m => m.Value))).Distinct(StringComparer.Ordinal).Count().ShouldBe(1, $"{name}: the same headings, rows and points");
        }
    }

    [Theory]
    [InlineData("vi", 0, false), InlineData("vi", 1, true), InlineData("vi", 2, false)]
    [InlineData("en", 0, false), InlineData("en", 1, true), InlineData("en", 2, false)]
    [InlineData("fr", 0, true), InlineData("fr", 1, true), InlineData("fr", 2, false)]
    public void Nothing_is_singular_in_French_alone(string language, long count, bool isOne) => Languages.IsOne(language, count).ShouldBe(isOne);

    private static HashSet<string> Wanted()
    {
        var files = Sources.Files("src/CoopMarket.Web/Resources", "*.vi.json")
            .ToDictionary(f => Path.GetFileName(f.Path)[..^".vi.json".Length], f => JsonSerializer.Deserialize<Dictionary<string, string>>(f.Text)!.Keys, StringComparer.Ordinal);
        files.Keys.Except(OfBuyers.Keys).Except(OfDesks.Keys).ShouldBeEmpty("a file that is for nobody");
        return
        [
            .. OfBuyers.SelectMany(f => files[f.Key].Where(k => !IsIn(f.Value, k))),
            .. OfDesks.SelectMany(f => files[f.Key].Where(k => IsIn(f.Value, k))),
        ];
    }

    // A group ends with a dot; anything else is one key.
    private static bool IsIn(string[] groups, string key)
        => groups.Any(g => g.EndsWith('.') ? key.StartsWith(g, StringComparison.Ordinal) : key == g);

    private static HashSet<string> Gaps(string sentence) => [.. Gap().Matches(sentence).Select(m => m.Value)];

    [GeneratedRegex(@"\{\d", RegexOptions.None, 1000)]
    private static partial Regex Gap();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Markup();

    // A straight apostrophe or quote, and a plain space or none where French has one that doesn't break.
    [GeneratedRegex("""\w['"]\w|[ \w»}][;!?](?=\s|$)|[ \w»}]:(?=\s)| [%€₫»]|«[^\u00a0]|[^\u00a0]»|\d[%€₫]""", RegexOptions.None, 1000)]
    private static partial Regex Misprint();

    [GeneratedRegex(@"^version: \S+$", RegexOptions.Multiline, 1000)]
    private static partial Regex Version();

    [GeneratedRegex(@"^(?:#+|\||-|\d\.|>) ", RegexOptions.Multiline, 1000)]
    private static partial Regex LineStart();
}
