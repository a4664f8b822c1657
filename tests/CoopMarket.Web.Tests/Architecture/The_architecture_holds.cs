using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Features.Storefront;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Seed;
using CoopMarket.Web.Tests.House;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Architecture;

public sealed class The_architecture_holds
{
    /// <summary>Files that may be longer than the house allows, each with its reason.</summary>
    private static readonly Dictionary<string, string> LongFiles = new(StringComparer.Ordinal);

    private static readonly Dictionary<Type, string> Senders = new()
    {
        [typeof(PayByCard)] = "the gateway is asked between what is written down before and after",
        [typeof(ConnectToStripe)] = "the gateway is asked between what is written down before and after",
        [typeof(LookAtConnected)] = "the gateway is asked, and what it says is written down",
    };

    private static readonly Dictionary<Type, string> MakersOfActors = new()
    {
        [typeof(Manifest)] = "the site map is asked for by machines, which have no session",
        [typeof(LinkPictureFiles)] = "pictures for links are asked for by machines, which have no session",
        [typeof(ShortAddress)] = "a short address leads everybody to the same page",
        [typeof(GtinAddress)] = "a label's address leads everybody to the same page",
        [typeof(FeedFiles)] = "lists of goods are asked for by machines, and are the same for everybody",
        [typeof(Suggestions)] = "what is suggested is the same for everybody, and asked for at every key",
        [typeof(StripeWebhook)] = "the gateway's messages are signed, they have no session: a job from outside",
        [typeof(PayByCard)] = "what the gateway answered is written down by the market, not by the buyer",
        [typeof(ConnectToStripe)] = "what the gateway answered is written down by the market, not by the manager",
        [typeof(LookAtConnected)] = "what the gateway answered is written down by the market, not by the manager",
        [typeof(SePayWebhook)] = "the bank's feed shows a key, not a session: a job from outside",
        [typeof(Stage)] = "the demo's own job",
        [typeof(DemoSellers)] = "the demo acts for the people it made up",
        [typeof(DemoYear)] = "the demo acts for the people it made up",
        [typeof(DemoReviews)] = "the demo acts for the people it made up",
        [typeof(DemoComplaints)] = "the demo acts for the people it made up",
        [typeof(DemoQuestions)] = "the demo acts for the people it made up",
        [typeof(DemoAhead)] = "the demo acts for the people it made up",
        [typeof(Authorize<,>)] = "names who asked when a request doesn't say it, for the audit",
    };

    /// <summary>Pages whose view still hands an entity on. It was read without tracking and can't be saved from here.</summary>
    private static readonly Dictionary<string, string> PagesWithEntities = new(StringComparer.Ordinal)
    {
        ["Features_Storefront_CooperativePage"] = "shows the cooperative and its makers as read",
        ["Features_Storefront_HomePage"] = "shows story lines, which hold the story and its maker",
        ["Features_Storefront_LabelPage"] = "shows the lot, its product, maker, cooperative and stories as read",
        ["Features_Storefront_ProductPage"] = "shows the product, its sizes, maker, cooperative and stories as read",
        ["Features_Storefront__Product"] = "the body of the product's page",
        ["Features_Storefront_StoryPage"] = "shows the story and its maker as read",
        ["Features_Storefront__Buy"] = "a part of the product's page",
        ["Features_Storefront__BuyLines"] = "a part of the product's page",
        ["Features_Storefront__ProductFacts"] = "a part of the product's page",
        ["Features_Storefront__WhereMoneyGoes"] = "a part of the product's page",
        ["Features_Storefront__Story"] = "a part of the story's page and of its preview",
        ["Features_Storefront__StoryScripts"] = "a part of the story's page and of its preview",
        ["Features_Storefront__Voice"] = "a part of the story's page",
        ["Features_Storefront__StoryLine"] = "a part of the pages with story lines",
        ["Features_Stories_StoryDraft"] = "shows the draft to her who writes it",
        ["Features_Stories_StoryVoices"] = "shows the voices to her who sends them",
        ["Features_Stories_OneVoice"] = "shows the voice to her who writes it down",
    };

    private static Type[] Web { get; } = Sources.Web.GetTypes();

    private static Type[] Domain { get; } = Sources.Domain.GetTypes();

    [Fact]
    public void The_domain_has_no_packages_and_knows_neither_clock_nor_chance_nor_web()
    {
        Sources.Read("src/CoopMarket.Domain/CoopMarket.Domain.csproj").ShouldNotContain("PackageReference");
        Sources.Domain.GetReferencedAssemblies().ShouldAllBe(a => a.Name!.StartsWith("System", StringComparison.Ordinal) || a.Name == "netstandard");
        Purity.Impure(Domain).ShouldBeEmpty();
    }

    [Fact]
    public void The_analyzer_watches_both_projects_for_clocks_dice_and_sleep()
    {
        Purity.Forgotten(Sources.Read("src/BannedSymbols.txt")).ShouldBeEmpty();
        Purity.Unwatched(Sources.Files("src", "*.csproj")).ShouldBeEmpty();
        Sources.Read("Directory.Build.props").ShouldContain("<PackageReference Include=\"Microsoft.CodeAnalysis.BannedApiAnalyzers\" PrivateAssets=\"all\" />");
    }

    [Fact]
    public void An_area_knows_of_others_only_contracts_and_what_the_domain_publishes() => Walls.Between(Web).ShouldBeEmpty();

    [Fact]
    public void A_part_of_the_domain_knows_of_others_only_what_they_publish() => Walls.InTheDomain(Domain).ShouldBeEmpty();

    [Fact]
    public void What_all_areas_stand_on_knows_only_their_contracts() => Walls.Below(Web).ShouldBeEmpty();

    [Fact]
    public void Libraries_of_the_edge_stay_in_their_adapters() => Walls.Edges(Web).ShouldBeEmpty();

    [Fact]
    public void Storefront_desk_and_admin_only_read() => Walls.Readers(Web).ShouldBeEmpty();

    [Fact]
    public void Rows_are_changed_in_bulk_only_at_home() => Walls.Bulk(Web.Where(t => t.Namespace != typeof(Stage).Namespace)).ShouldBeEmpty();

    [Fact]
    public void Compiled_pages_know_no_database_and_nothing_stored()
    {
        Web.Count(t => t.IsSubclassOf(typeof(RazorPageBase))).ShouldBeGreaterThan(100);
        Walls.Pages(Web, PagesWithEntities).ShouldBeEmpty();
        PagesWithEntities.Keys.Where(page => !Walls.Pages(Web.Where(t => Sources.Outermost(t).Name == page), new Dictionary<string, string>()).Any())
            .ShouldBeEmpty("needs no excuse any more");
    }

    [Fact]
    public void Page_models_know_no_database() => Walls.PageModels(Web).ShouldBeEmpty();

    [Fact]
    public void Handlers_know_no_http_and_neither_save_nor_send() => Rules.Handlers(Web, Senders).ShouldBeEmpty();

    [Fact]
    public void Every_request_names_whom_it_is_for() => Rules.ForWhom(Rules.Requests(Web)).ShouldBeEmpty();

    [Fact]
    public void Every_request_has_one_handler() => Rules.Handled(Web).ShouldBeEmpty();

    [Fact]
    public void Who_asks_is_told_by_sessions_and_jobs_alone() => Rules.Actors(Web, MakersOfActors).ShouldBeEmpty();

    [Fact]
    public async Task Every_command_has_one_registered_validator()
    {
        await using var market = await Market.OpenAsync();
        await using var scope = market.Services.CreateAsyncScope();
        Rules.Validated(Rules.Requests(Web), r => scope.ServiceProvider.GetServices(typeof(IValidator<>).MakeGenericType(r)).Count()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reaction_writes_or_calls_out_never_both()
    {
        await using var market = await Market.OpenAsync();
        Rules.Reactions(market.Services.GetServices<Subscription>()).ShouldBeEmpty();
    }

    [Fact]
    public void Files_are_short_and_the_program_shorter()
        => Rules.Sizes(Sources.Files("src", "*.cs").Concat(Sources.Files("src", "*.cshtml")), LongFiles).ShouldBeEmpty();

    [Fact]
    public void No_foreign_key_leaves_its_area() => ModelRules.ForeignKeys(Sources.Model).ShouldBeEmpty();

    [Fact]
    public void No_entity_holds_a_fraction() => ModelRules.Fractions(Sources.Stored).ShouldBeEmpty();

    [Fact]
    public void Everything_unique_says_what_its_violation_means() => ModelRules.Unanswered(Sources.Model).ShouldBeEmpty();

    [Theory, EveryDatabase]
    internal async Task The_migrations_make_the_model(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        (await market.InDbAsync(db => Task.FromResult(db.Database.HasPendingModelChanges()))).ShouldBeFalse();
    }

    [Fact]
    public async Task Every_refusal_has_its_sentence()
    {
        await using var market = await Market.OpenAsync();
        var words = market.Services.GetRequiredService<Words>();
        var refusals = Domain.Concat(Web).Where(t => t.IsSubclassOf(typeof(Refusal)) && !t.IsAbstract);
        refusals.Where(r => !words.Has("refusal." + r.Name)).Select(r => r.Name).ShouldBeEmpty();
    }
}
