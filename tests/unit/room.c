/* Linked with one whole room and the rooms it may use; that it links is the test. */
int main(void)
{
    return 0;
}
