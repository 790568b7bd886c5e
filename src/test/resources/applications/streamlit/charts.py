import streamlit as st


def chart():
    st.write("nothing sold")
