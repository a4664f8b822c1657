using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Features.Income;

/// <summary>The members and what each is owed.</summary>
internal sealed class IncomeMembersModel : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Manager;

    public IncomeMembers.View View { get; private set; } = null!;

    public async Task OnGetAsync() => View = await SendAsync(new IncomeMembers.Query(Actor, Cooperative));
}
