using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Admin;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PersonModel : MarketPage
{
    [BindProperty(SupportsGet = true)]
    public PersonId Person { get; set; }

    [BindProperty]
    public SuspendAccount.Form Form { get; set; } = new();

    public PersonCard.View Card { get; private set; } = null!;

    /// <summary>To write down; shown once.</summary>
    public CodeOnPaper? Paper { get; private set; }

    public bool IsMe => Actor.Person == Person;

    public Task<IActionResult> OnGetAsync() => ShowAsync(Page());

    public async Task<IActionResult> OnPostSuspendAsync()
    {
        var outcome = await SendAsync(new SuspendAccount.Command(Actor, Person, Form.Reason));
        return outcome.IsDone ? GoTo($"/admin/people/{Person}", "accounts.people.suspend.done") : await ShowAsync(Again(outcome));
    }

    public async Task<IActionResult> OnPostDismissAsync()
    {
        var outcome = await SendAsync(new DismissAdmin.Command(Actor, Person));
        return outcome.IsDone ? GoTo($"/admin/people/{Person}", "accounts.people.dismiss.done") : await ShowAsync(Again(outcome));
    }

    public async Task<IActionResult> OnPostReopenAsync()
    {
        var outcome = await SendAsync(new ReopenAccount.Command(Actor, Person));
        return outcome.IsDone ? GoTo($"/admin/people/{Person}", "accounts.people.reopen.done") : await ShowAsync(Again(outcome));
    }

    public async Task<IActionResult> OnPostCodeAsync()
    {
        var outcome = await SendAsync(new IssueCode.Command(Actor, Person));
        Paper = outcome.IsDone ? outcome.Value : null;
        return await ShowAsync(outcome.IsDone ? Page() : Again(outcome));
    }

    private async Task<IActionResult> ShowAsync(IActionResult page)
    {
        var card = await SendAsync(new PersonCard.Query(Actor, Person));
        if (card is null)
            return NotFound();
        Card = card;
        return page;
    }
}
