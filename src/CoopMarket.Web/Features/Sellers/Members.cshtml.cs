using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Who sits at the desk: inviting, giving other work, removing, leaving.</summary>
internal sealed class MembersModel : DeskPage
{
    private const string KeysShown = "invitation";

    [BindProperty]
    public InviteMember.Form Form { get; set; } = new();

    public Members.View View { get; private set; } = null!;

    /// <summary>The link's secret and the code of the invitation just made; shown this once.</summary>
    public InviteMember.Keys? Keys { get; private set; }

    public bool IsManager => Seat.Role == MemberRole.Manager;

    public async Task OnGetAsync()
    {
        View = await SendAsync(new Members.Query(Actor, Cooperative));
        if (Request.Cookies.Count > 0 && TempData[KeysShown] is string[] keys)
            Keys = new(keys[0], keys[1]);
    }

    public async Task<IActionResult> OnPostInviteAsync()
    {
        var outcome = await SendAsync(new InviteMember.Command(Actor, Cooperative, Form.Contact, Form.Role));
        if (!outcome.IsDone)
        {
            await OnGetAsync();
            return Again(outcome);
        }

        TempData[KeysShown] = new[] { outcome.Value.Link, outcome.Value.Code };
        return GoTo("/sell/members");
    }

    public Task<IActionResult> OnPostWithdrawAsync(InvitationId invitation) => DoneAsync(new WithdrawInvitation.Command(Actor, Cooperative, invitation), "sellers.members.withdrawn");

    public Task<IActionResult> OnPostRoleAsync(PersonId member, MemberRole role) => DoneAsync(new ChangeRole.Command(Actor, Cooperative, member, role), "sellers.members.changed");

    public Task<IActionResult> OnPostRemoveAsync(PersonId member) => DoneAsync(new RemoveMember.Command(Actor, Cooperative, member), "sellers.members.removed");

    public async Task<IActionResult> OnPostLeaveAsync()
    {
        var outcome = await SendAsync(new LeaveDesk.Command(Actor, Cooperative));
        return outcome.IsDone ? GoTo("/sell", "sellers.members.left") : GoToWith("/sell/members", outcome.Refusal!);
    }

    private async Task<IActionResult> DoneAsync(MediatR.IRequest<Outcome> command, string notice)
    {
        var outcome = await SendAsync(command);
        return outcome.IsDone ? GoTo("/sell/members", notice) : outcome.Refusal is { } refusal ? GoToWith("/sell/members", refusal) : NotFound();
    }
}
