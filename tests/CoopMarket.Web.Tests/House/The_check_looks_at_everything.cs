using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Tests.House;

/// <summary>What can't be looked at is named, and hides nothing behind it.</summary>
public sealed class The_check_looks_at_everything
{
    [Fact]
    public async Task An_invariant_that_breaks_down_does_not_hold_and_the_next_is_looked_at()
    {
        var lines = await new Check([new Told("first", new TimeoutException("30 s are over")), new Told("second", null)]).RunAsync(CancellationToken.None);

        lines.Select(l => (l.Name, l.Holds)).ShouldBe([("first", false), ("second", true)]);
        lines[0].Figure.ShouldContain("30 s are over");
    }

    private sealed class Told(string name, Exception? fault) : IInvariant
    {
        public string Name => name;

        public Task<Finding> FindAsync(CancellationToken cancellationToken) => fault is null ? Task.FromResult(new Finding(true, "1")) : throw fault;
    }
}
