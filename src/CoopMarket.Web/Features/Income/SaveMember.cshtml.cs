using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Income;

/// <summary>A member is taken into the book, or written down anew.</summary>
internal sealed class SaveMemberModel(TimeProvider time) : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Manager;

    /// <summary>Null for a new member.</summary>
    [BindProperty(SupportsGet = true)]
    [FromRoute(Name = "id")]
    public ProducerId? Id { get; set; }

    [BindProperty]
    public SaveMember.Form Form { get; set; } = new();

    public string Back => Id is { } id ? $"/sell/income/{id}" : "/sell/income";

    public async Task<IActionResult> OnGetAsync()
    {
        Form.AgreedOn = VietnamDay.Of(time.Now());
        if (Id is not { } id)
            return Page();
        if (await SendAsync(new MemberBook.Query(Actor, Cooperative, id)) is not { } known)
            return NotFound();
        Form = new() { Name = known.Name, CommuneCode = known.CommuneCode, AgreedOn = known.AgreedOn, Agreed = true, MayBeNamed = known.MayBeNamed };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return Unreadable();
        var outcome = await SendAsync(new SaveMember.Command(Actor, Cooperative, Id, Form.Name, Form.CommuneCode, Form.AgreedOn, Form.Agreed, Form.MayBeNamed));
        return outcome.IsDone ? GoTo($"/sell/income/{outcome.Value}", "income.member.saved") : Again(outcome);
    }
}
