using CoopMarket.Domain.Shared;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Architecture;

public sealed class The_architecture_holds
{
    private static IEnumerable<(string Path, string Text)> Features => Sources.Files("src/CoopMarket.Web/Features", "*.cs").Concat(Sources.Files("src/CoopMarket.Web/Features", "*.cshtml"));

    [Fact]
    public void The_domain_has_no_packages_and_knows_neither_clock_nor_web()
    {
        File.ReadAllText(Path.Combine(Sources.Root, "src/CoopMarket.Domain/CoopMarket.Domain.csproj")).ShouldNotContain("PackageReference");
        Sources.Domain.GetReferencedAssemblies().ShouldAllBe(a => a.Name!.StartsWith("System", StringComparison.Ordinal) || a.Name == "netstandard");
    }

    [Fact]
    public void An_area_knows_only_the_contracts_of_others() => Rules.Walls(Features).ShouldBeEmpty();

    [Fact]
    public void An_area_touches_only_its_own_tables() => Rules.Tables(Features).ShouldBeEmpty();

    [Fact]
    public void Libraries_of_the_edge_stay_in_their_adapters() => Rules.Edges(Sources.Files("src/CoopMarket.Web", "*.cs")).ShouldBeEmpty();

    [Fact]
    public void Storefront_desk_and_admin_only_read() => Rules.Readers(Features).ShouldBeEmpty();

    [Fact]
    public void Pages_know_no_database_and_handlers_no_http() => Rules.Slices(Features).ShouldBeEmpty();

    [Fact]
    public void Every_request_names_whom_it_is_for() => Rules.ForWhom(Rules.Requests(Sources.Web.GetTypes())).ShouldBeEmpty();

    [Fact]
    public void Every_command_has_a_validator() => Rules.Validated(Rules.Requests(Sources.Web.GetTypes()), Sources.Web.GetTypes()).ShouldBeEmpty();

    [Fact]
    public void Files_are_short() => Rules.Sizes(
        Sources.Files("src", "*.cs").Concat(Sources.Files("src", "*.cshtml")),
        new HashSet<string>(StringComparer.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void The_program_is_at_most_sixty_lines()
        => File.ReadAllLines(Path.Combine(Sources.Root, "src/CoopMarket.Web/Program.cs")).Length.ShouldBeLessThanOrEqualTo(60);

    [Theory, EveryDatabase]
    internal async Task No_entity_holds_a_fraction_and_the_two_models_are_alike(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var entities = await market.InDbAsync(db => Task.FromResult(db.Model.GetEntityTypes().Select(t => t.ClrType).ToList()));
        Rules.Fractions(entities).ShouldBeEmpty();
        (await market.InDbAsync(db => Task.FromResult(db.Database.HasPendingModelChanges()))).ShouldBeFalse();
    }

    [Fact]
    public async Task Every_refusal_has_its_sentence()
    {
        await using var market = await Market.OpenAsync();
        var words = market.Services.GetRequiredService<Words>();
        var refusals = Sources.Domain.GetTypes().Concat(Sources.Web.GetTypes()).Where(t => t.IsSubclassOf(typeof(Refusal)) && !t.IsAbstract);
        refusals.Where(r => !words.Has("refusal." + r.Name)).Select(r => r.Name).ShouldBeEmpty();
    }
}
