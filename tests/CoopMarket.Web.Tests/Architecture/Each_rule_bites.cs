using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Features.Storefront;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Tests.Architecture;

/// <summary>A planted violator for every rule: a rule that can't fail proves nothing.</summary>
public sealed class Each_rule_bites
{
    [Fact]
    public void A_clock_and_dice_in_the_domain_are_seen()
    {
        Purity.Impure([typeof(PlantedClock)]).ShouldHaveSingleItem();
        Purity.Impure([typeof(PlantedDice)]).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_symbol_that_is_no_longer_banned_is_seen()
    {
        foreach (var symbol in Purity.Symbols)
            Purity.Forgotten(string.Join('\n', Purity.Symbols.Where(s => s != symbol).Select(s => s + ";Why"))).ShouldBe([symbol]);
    }

    [Fact]
    public void A_project_that_nobody_watches_is_seen() => Purity.Unwatched([("src/X.csproj", "<Project />")]).ShouldHaveSingleItem();

    [Fact]
    public void A_look_over_the_wall_is_seen_however_it_is_written()
    {
        Walls.Between(Compiled.Whole(typeof(PlantedLook))).ShouldNotBeEmpty();
        Walls.Between(Compiled.Whole(typeof(PlantedTable))).ShouldContain(seen => seen.EndsWith("knows CoopMarket.Domain.Sellers.Membership", StringComparison.Ordinal));
    }

    [Fact]
    public void A_contract_of_another_area_is_allowed() => Walls.Between([typeof(PlantedGuest)]).ShouldBeEmpty();

    [Fact]
    public void An_entity_of_another_part_of_the_domain_is_seen_and_its_events_are_allowed()
    {
        Walls.InTheDomain([typeof(PlantedParcel)]).ShouldNotBeEmpty();
        Walls.InTheDomain([typeof(PlantedListener)]).ShouldBeEmpty();
    }

    [Fact]
    public void A_foundation_that_looks_into_an_area_is_seen() => Walls.Below([typeof(PlantedFloor)]).ShouldHaveSingleItem();

    [Fact]
    public void A_library_outside_its_adapter_is_seen() => Walls.Edges([typeof(PlantedEdge)]).ShouldNotBeEmpty();

    [Fact]
    public void A_reader_that_could_save_is_seen()
        => Walls.Readers([typeof(PlantedReader), typeof(PlantedEraser)]).Count().ShouldBe(2);

    [Fact]
    public void A_bulk_change_of_foreign_rows_is_seen() => Walls.Bulk([typeof(PlantedBulk), typeof(PlantedEraser)]).Count().ShouldBe(2);

    [Fact]
    public void A_compiled_page_that_shows_an_entity_is_seen() => Walls.Pages([typeof(PlantedView)], NoExcuses).ShouldHaveSingleItem();

    [Fact]
    public void A_page_with_a_database_is_seen() => Walls.PageModels([typeof(PlantedPage)]).ShouldHaveSingleItem();

    [Fact]
    public void A_handler_that_knows_http_or_saves_is_seen()
    {
        Rules.Handlers([typeof(PlantedHandler)], new Dictionary<Type, string>()).ShouldNotBeEmpty();
        Rules.Handlers([typeof(PlantedSaver)], new Dictionary<Type, string>()).ShouldNotBeEmpty();
    }

    [Fact]
    public void A_request_for_nobody_or_for_two_is_seen()
        => Rules.ForWhom([typeof(ForNobody), typeof(ForTwo), typeof(ForOne)]).Count().ShouldBe(2);

    [Fact]
    public void A_request_with_two_handlers_or_none_is_seen()
    {
        Rules.Handled([typeof(PlantedQuery), typeof(PlantedHandler), typeof(PlantedSaver)]).ShouldHaveSingleItem();
        Rules.Handled([typeof(PlantedQuery)]).ShouldHaveSingleItem();
        Rules.Handled([typeof(PlantedQuery), typeof(PlantedHandler)]).ShouldBeEmpty();
    }

    [Fact]
    public void A_command_without_a_validator_or_with_two_is_seen()
    {
        Rules.Validated([typeof(ForOne)], _ => 0).ShouldHaveSingleItem();
        Rules.Validated([typeof(ForOne)], _ => 2).ShouldHaveSingleItem();
        Rules.Validated([typeof(ForOne)], _ => 1).ShouldBeEmpty();
    }

    [Fact]
    public void A_reaction_that_writes_and_calls_out_is_seen_as_either()
    {
        foreach (var kind in Enum.GetValues<ReactionKind>())
            Rules.Reactions([Subscription.Of<OrderPlaced, PlantedReaction>("planted", kind)]).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_made_up_actor_is_seen()
    {
        Rules.Actors([typeof(PlantedActor)], new Dictionary<Type, string>()).Count().ShouldBe(2);
        Rules.Actors([typeof(PlantedActor)], new Dictionary<Type, string> { [typeof(PlantedActor)] = "excused" }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("src/X.cshtml.cs", "", 60)]
    [InlineData("src/CoopMarket.Web/Program.cs", "", 60)]
    [InlineData("src/X.cshtml", "", 120)]
    [InlineData("src/X.cs", "class H : IRequestHandler<Q, V>;", 150)]
    [InlineData("src/X.cs", "", 300)]
    public void A_long_file_is_seen(string path, string first, int most)
    {
        Rules.Sizes([(path, Lines(most))], NoExcuses).ShouldBeEmpty();
        Rules.Sizes([(path, Lines(most + 1))], NoExcuses).ShouldHaveSingleItem();
        Rules.Sizes([(path, Lines(most + 1))], new Dictionary<string, string> { [path] = "excused" }).ShouldBeEmpty();

        string Lines(int count) => first + string.Concat(Enumerable.Repeat("\nx", count - 1)) + "\n";
    }

    [Fact]
    public void A_foreign_key_across_areas_is_seen()
    {
        using var planted = new PlantedModel();
        ModelRules.ForeignKeys(planted.Model).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_unique_that_says_nothing_is_seen()
    {
        using var planted = new PlantedModel();
        ModelRules.Unanswered(planted.Model).Count().ShouldBe(3);
    }

    [Fact]
    public void A_fraction_is_seen_also_inside_a_value()
    {
        ModelRules.Fractions([typeof(Fraction)]).ShouldHaveSingleItem();
        ModelRules.Fractions([typeof(Holder)]).ShouldHaveSingleItem();
    }

    private static readonly Dictionary<string, string> NoExcuses = [];

    private sealed record ForNobody(Actor Actor) : ICommand;

    private sealed record ForTwo(Actor Actor) : ICommand, IForAdmin, IForPerson;

    private sealed record ForOne(Actor Actor) : ICommand, IForPerson;

    private sealed class Fraction : Entity
    {
        public double Price { get; init; }
    }

    private sealed class Holder : Entity
    {
        public IReadOnlyList<Fraction?> Inside { get; init; } = [];
    }
}
