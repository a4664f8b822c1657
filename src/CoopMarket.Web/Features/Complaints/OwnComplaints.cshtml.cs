using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Complaints;

/// <summary>What is complained of at a desk, and its own word on it.</summary>
internal sealed class OwnComplaintsModel : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Manager;

    protected override bool AlsoSuspended => true;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public SideForm Form { get; set; } = new();

    public OwnComplaints.View View { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Number = Turns.Read(Number);
        View = await SendAsync(new OwnComplaints.Query(Actor, Cooperative, Number));
    }

    public async Task<IActionResult> OnPostSideAsync()
    {
        var outcome = await SendAsync(new TellSide.Command(Actor, Cooperative, Form.Complaint, Form.Words));
        if (outcome.IsDone)
            return GoTo("/sell/complaints", "complaints.desk.done");
        await OnGetAsync();
        return Again(outcome);
    }
}

/// <summary>What a cooperative says of one complaint.</summary>
internal sealed class SideForm
{
    public ComplaintId Complaint { get; set; }

    public string? Words { get; set; }
}
