namespace CoopMarket.Domain.Tests;
public sealed class Smoke { [Fact] public void It_runs() => true.ShouldBeTrue(); }
