namespace CoopMarket.Web.Features.Desk;

/// <summary>What the market took for its work in a month, order by order.</summary>
internal sealed class FeeBillModel : StatementPage;
