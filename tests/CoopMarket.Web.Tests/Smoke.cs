namespace CoopMarket.Web.Tests;
public sealed class Smoke { [Fact] public void It_runs() => true.ShouldBeTrue(); }
