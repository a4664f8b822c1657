using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Tests.Architecture;

/// <summary>A planted violator for every rule: a rule that can't fail proves nothing.</summary>
public sealed class Each_rule_bites
{
    [Fact]
    public void A_look_over_the_wall_is_seen()
        => Rules.Walls([("src/CoopMarket.Web/Features/Orders/X.cs", "using CoopMarket.Web.Features.Catalog.Data;")]).ShouldHaveSingleItem();

    [Fact]
    public void A_contract_of_another_area_is_allowed()
        => Rules.Walls([("src/CoopMarket.Web/Features/Orders/X.cs", "using CoopMarket.Web.Features.Catalog.Contract;")]).ShouldBeEmpty();

    [Fact]
    public void A_foreign_table_is_seen()
        => Rules.Tables([("src/CoopMarket.Web/Features/Orders/X.cs", "db.Set<Membership>()")]).ShouldHaveSingleItem();

    [Fact]
    public void A_library_outside_its_adapter_is_seen()
        => Rules.Edges([("src/CoopMarket.Web/Features/Photos/X.cs", "using NetVips;\n")]).ShouldHaveSingleItem();

    [Fact]
    public void A_reader_that_could_save_is_seen()
        => Rules.Readers([("src/CoopMarket.Web/Features/Storefront/X.cs", "class X(MarketDb db)")]).ShouldHaveSingleItem();

    [Fact]
    public void A_page_with_a_database_and_a_handler_with_http_are_seen()
        => Rules.Slices([
            ("src/CoopMarket.Web/Features/Orders/X.cshtml.cs", "class X(MarketDb db)"),
            ("src/CoopMarket.Web/Features/Orders/Y.cs", "class H : IRequestHandler<Q, V> { HttpContext c; }"),
        ]).Count().ShouldBe(2);

    [Fact]
    public void A_request_for_nobody_or_for_two_is_seen()
        => Rules.ForWhom([typeof(ForNobody), typeof(ForTwo), typeof(ForOne)]).Count().ShouldBe(2);

    [Fact]
    public void A_command_without_a_validator_is_seen()
        => Rules.Validated([typeof(ForOne)], []).ShouldHaveSingleItem();

    [Fact]
    public void A_fraction_is_seen() => Rules.Fractions([typeof(Fraction)]).ShouldHaveSingleItem();

    [Fact]
    public void A_long_file_is_seen()
        => Rules.Sizes([("src/X.cshtml.cs", string.Concat(Enumerable.Repeat("x\n", 61))), ("src/Y.cs", string.Concat(Enumerable.Repeat("x\n", 300)))], new HashSet<string>())
            .ShouldHaveSingleItem();

    private sealed record ForNobody(Actor Actor) : ICommand;

    private sealed record ForTwo(Actor Actor) : ICommand, IForAdmin, IForPerson;

    private sealed record ForOne(Actor Actor) : ICommand, IForPerson;

    private sealed class Fraction : Entity
    {
        public double Price { get; init; }
    }
}
